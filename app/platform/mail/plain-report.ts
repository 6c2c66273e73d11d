import { codeIn, type RecipientStatus } from "./delivery-status";

/** A report in words alone, as Exim, qmail, sendmail and Gmail wrote and write them. */
export interface PlainReport {
  recipients: RecipientStatus[];
  /** What of the message itself was returned: its header, and perhaps more. */
  returned: string;
}

/** Where the message itself begins in a report that holds it as text. */
const BEGINS =
  /^[\s>*]*(?:[-=_*]{2,}.*(?:original|copy of|below this line|returned|message (?:header|follow|text)|header|unsent).*|.{0,30}\b(?:unsent message|original message (?:follow|header|is (?:below|attached))|header of the|copy of (?:the|your) (?:original )?message|headers? follow).*)$/im;
/** The same where nothing separates it. */
const HEADER = /^(?:return-path|received|dkim-signature|message-id|mime-version): .*$/im;

const ADDRESS = /[^\s<>()[\],;:"'=]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
/** Who is named, but is not the recipient. */
const OTHERS = /^\W*(?:from|sender|reply-to|return-path|message-?id|contact|cc|postmaster|in-reply-to|references)\b/i;
/** A line that names a recipient who is then spoken of, with what it calls them before. */
const NAMED = new RegExp(`^[\\s>*-]*((?:[\\p{L} -]{2,24}:)?)\\s*[<"']?(${ADDRESS.source})[>"']?[\\s:;.,()|]*`, "iu");
/** A server's answer, by its code. */
const ANSWER = /(?<![\d.])[45]\d\d[\s-]|(?<![\d.])#?[45]\.\d{1,3}\.\d{1,3}/;

const DELAYED =
  /(warning: (could not send|message)|delay(ed)?\b|not yet been|still (being )?(trying|retr)|will (continue|keep|be (re)?tri)|do(es)? not need to (resend|take)|no action is required|only a warning|verz[öo]gert|noch nicht|retard[ée]|en retraso|遅延|remise diff[ée]r)/i;
const FOR_GOOD =
  /permanent|given up|giving up|fatal|failed permanently|could not be delivered(?! (yet|for))|undeliverable/i;
const DELIVERED =
  /success(fully)? (delivered|relayed|sent)|successful (mail )?delivery|was delivered to|delivered successfully/i;

/**
 * Reads a report that has no part for programs.
 * @param subject the report's own
 * @param named the recipients that its header names (`X-Failed-Recipients`)
 */
export function readPlainReport(text: string, subject: string, named: readonly string[]): PlainReport {
  const [said, returned] = splitReturned(withShortLines(text));
  const blocks = blocksOf(said);
  const action = actionOf(`${subject}\n${said}`);
  const recipients = whomOf(named, said, returned, blocks).map((address) => {
    const words = answerIn(blocks.get(address) ?? said, said);
    const status = /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(words)?.[0] ?? "";
    return { action, final: address, original: "", code: codeIn(words), status, words };
  });
  return { recipients, returned };
}

/** Those that the header names; else who begins a line; else whoever is named; else whom the message itself was for. */
function whomOf(named: readonly string[], said: string, returned: string, blocks: ReadonlyMap<string, string>) {
  if (named.length > 0) return named;
  if (blocks.size > 0) return [...blocks.keys()];
  const lines = said.split("\n").filter((line) => !OTHERS.test(line));
  const inWords = lines.flatMap((line) => ADDRESS.exec(line)?.[0] ?? []);
  const to = ADDRESS.exec(/^To:.*$/im.exec(returned)?.[0].slice(3) ?? "")?.[0] ?? "";
  const found = inWords.length > 0 ? inWords : [to];
  return [...new Set(found.map((address) => address.toLowerCase()))].filter((address) => address !== "");
}

/** What a report says in words of one recipient; empty where it does not name them. */
export function wordsOn(text: string, address: string): string {
  const block = blocksOf(splitReturned(withShortLines(text))[0]).get(address);
  return block === undefined ? "" : answerIn(block, block);
}

function actionOf(words: string): RecipientStatus["action"] {
  if (DELAYED.test(words) && !FOR_GOOD.test(words)) return "delayed";
  return DELIVERED.test(words) && !FOR_GOOD.test(words) ? "delivered" : "failed";
}

/** Lines longer than any program writes would be looked at for ever. */
const withShortLines = (text: string): string => text.replaceAll(/^(.{400}).+$/gm, "$1");

function splitReturned(text: string): [said: string, returned: string] {
  const found = [BEGINS, HEADER].flatMap((pattern) => pattern.exec(text) ?? []).map((line) => text.indexOf(line));
  const at = Math.min(...found.filter((index) => index > 0));
  return Number.isFinite(at) ? [text.slice(0, at), text.slice(at)] : [text, ""];
}

/** The lines that follow each recipient's name, up to the next. */
function blocksOf(said: string): Map<string, string> {
  const blocks = new Map<string, string>();
  let current: string | null = null;
  for (const line of said.split(/\r?\n/)) {
    const match = OTHERS.test(line) ? null : NAMED.exec(line);
    const address = match?.[2]?.toLowerCase();
    // A server's answer that begins with the address still speaks of the one before.
    if (address && !/^[45]\d\d\b/.test(line.trim())) current = address;
    if (current === null) continue;
    const rest = address && match ? `${match[1] ?? ""} ${line.slice(match[0].length)}` : line;
    blocks.set(current, `${blocks.get(current) ?? ""}\n${rest}`);
  }
  return blocks;
}

/** From the server's own answer on, where it stands there; of words without any, all that is said. */
function answerIn(block: string, said: string): string {
  const text = /\p{L}{3}/u.test(block) ? block : said;
  const lines = text.split("\n").map((line) => line.trim());
  const at = lines.findIndex((line) => ANSWER.test(line));
  return lines
    .slice(Math.max(at, 0))
    .filter((line) => line !== "")
    .slice(0, 12)
    .join(" ")
    .trim();
}
