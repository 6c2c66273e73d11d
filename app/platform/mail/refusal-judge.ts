import {
  BLOCK_LISTS,
  CLEARLY_ABOUT_US,
  FULL,
  NOBODY,
  PERHAPS_ABOUT_US,
  PERHAPS_NOBODY,
  type RefusalTopic,
  THEIR_TROUBLE,
} from "./refusal-words";

/** What a refusal says: whether somebody is there, and if so, what is in the way. */
export const REFUSAL_MEANINGS = ["nobody", "perhaps-nobody", "full", "about-us", "unclear"] as const;
export type RefusalMeaning = (typeof REFUSAL_MEANINGS)[number];

/** What a mail server answered, at once or in a report that came back. */
export interface Refusal {
  /** Reply code of SMTP, such as 550; 0 where none is named. */
  code: number;
  /** Enhanced status code, such as `5.1.1`; empty where none is named. */
  status: string;
  words: string;
}

/** A refusal as it is understood; `topic` says what of ours it is about. */
export interface Judgement {
  meaning: RefusalMeaning;
  topic: RefusalTopic | null;
}

/** Characters of an answer that are looked at: the reason stands at its beginning. */
const LONGEST_ANSWER = 1_500;

const judged = (meaning: RefusalMeaning, topic: RefusalTopic | null = null): Judgement => ({ meaning, topic });

/**
 * The one judge of refusals, for answers while a message is sent and for reports that come back. Words go before codes,
 * because servers say `5.0.0` to a DMARC fault and `5.7.1` to an unknown person; a fault of ours goes before anything said
 * of the recipient, because a wrong mark cuts somebody off and a missed one costs another mail.
 */
export function judgeRefusal(refusal: Refusal): Judgement {
  const status = statusOf(refusal);
  const judgement = byWords(refusal.words, status) ?? byStatus(status) ?? byCode(refusal.code);
  const isTemporary = status.startsWith("4.") || (status === "" && refusal.code >= 400 && refusal.code < 500);
  // A server that says "later" and "nobody" in one breath is believed on a second day.
  return isTemporary && judgement.meaning === "nobody" ? judged("perhaps-nobody") : judgement;
}

/** The server's own words before the report's status: whoever writes the report often makes up a general one. */
function statusOf({ status, words }: Refusal): string {
  const inWords = /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(words)?.[0];
  return inWords === undefined || inWords.endsWith(".0.0") ? status : inWords;
}

function byWords(words: string, status: string): Judgement | null {
  const answer = words.slice(0, LONGEST_ANSWER);
  if (BLOCK_LISTS.test(answer.toLowerCase())) return judged("about-us", "reputation");
  const said = withoutNames(answer)
    .toLowerCase()
    .replaceAll(/[’‘´`]/g, "'")
    .replaceAll(/\s+/g, " ");
  // Microsoft's words for an address that no tenant knows; under another status they are a rule of theirs.
  if (/^5\.(4\.1|1\.\d+)$/.test(status) && /recipient address rejected: access denied/.test(said)) {
    return judged("nobody");
  }
  const ours = CLEARLY_ABOUT_US.find(([, pattern]) => pattern.test(said));
  if (ours) return judged("about-us", ours[0]);
  if (FULL.test(said)) return judged("full");
  // Gmail's page on its refusal says so in its address.
  if (/p=NoSuchUser/i.test(answer) || NOBODY.some((pattern) => pattern.test(said))) return judged("nobody");
  if (THEIR_TROUBLE.test(said)) return judged("unclear");
  if (PERHAPS_NOBODY.some((pattern) => pattern.test(said))) return perhaps(status);
  const perhapsOurs = PERHAPS_ABOUT_US.find(([, pattern]) => pattern.test(said));
  if (!perhapsOurs) return null;
  return NOBODY_STATUS.test(status) ? judged("perhaps-nobody") : judged("about-us", perhapsOurs[0]);
}

const NOBODY_STATUS = /^5\.1\.(1|10|6)$/;

/** A formula such as "mailbox unavailable" means what its status says, where that is clear. */
function perhaps(status: string): Judgement {
  const clear = byStatus(status);
  return clear && clear.meaning !== "unclear" ? clear : judged("perhaps-nobody");
}

const BY_STATUS: readonly (readonly [RegExp, Judgement])[] = [
  [NOBODY_STATUS, judged("nobody")],
  [/^5\.1\.[78]$/, judged("about-us", "sender")],
  [/^5\.1\.[0234]$|^5\.2\.1$|^5\.4\.(4|310)$/, judged("perhaps-nobody")],
  [/^[45]\.2\.2$/, judged("full")],
  [/^5\.(2\.3|3\.4)$/, judged("about-us", "size")],
  [/^5\.6\./, judged("about-us", "content")],
  [/^[45]\.7\.(1|51|54|64)$/, judged("about-us", "policy")],
  [/^[45]\.7\.(2[0-9]|9|509)$/, judged("about-us", "authentication")],
  [/^[45]\.7\.[67]\d\d$/, judged("about-us", "reputation")],
  [/^[45]\.7\./, judged("about-us", "policy")],
];

function byStatus(status: string): Judgement | null {
  return BY_STATUS.find(([pattern]) => pattern.test(status))?.[1] ?? null;
}

function byCode(code: number): Judgement {
  if (code === 530 || code === 535) return judged("about-us", "relay");
  return code === 510 || code === 511 || code === 551 ? judged("perhaps-nobody") : judged("unclear");
}

const ADDRESS = /[^\s<>"'(),:;[\]]+@[^\s<>"'(),:;[\]]+/g;

/** Without addresses of pages, mailboxes and servers: a school's filter or a person's name is no reason. */
function withoutNames(words: string): string {
  return (
    words
      .replaceAll(/https?:\/\/\S+/g, " ")
      // Nobody's mailbox, and a formula of one server before whatever another said.
      .replaceAll(/\bip address(es)?|unknown address error/gi, " ")
      .replaceAll(ADDRESS, " ")
      .replaceAll(/(?<![\w.])(?:[a-z0-9_-]+\.)+[a-z]{2,}(?![\w.])/g, " ")
  );
}
