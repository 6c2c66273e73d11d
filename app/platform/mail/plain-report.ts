import { codeIn, type RecipientStatus } from "./delivery-status";

/** A report in words alone, as Exim, qmail, sendmail and Gmail wrote and write them. */
export interface PlainReport {
  recipients: RecipientStatus[];
  /** What of the message itself was returned: its header, and perhaps more. */
  returned: string;
}

/** Where the message itself begins in a report that holds it as text. */
const BEGINS =
  /^[\s>*]*(?:[-=_*]{2,}.*(?:original|copy of|below this line|returned|message (?:header|follow|text)|header|unsent|nachricht|mensaje).*|(?:unsent message|your (?:original )?message|the original message|original message|message header|headers? of|here is|--- below)\b.*[:.])\s*$/im;
/** The same where nothing separates it. */
const HEADER = /^(?:return-path|received|dkim-signature|message-id|mime-version): .*$/im;

const ADDRESS = /[^\s<>()[\],;:"'=]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
/** A line that names a recipient who is then spoken of. */
const NAMED = new RegExp(
  `^[\\s>*-]*(?:to:|rcpt to:|recipient:|user:)?\\s*[<"']?(${ADDRESS.source})[>"']?[\\s:;.,()|]*`,
  "iu",
);
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
  const [said, returned] = splitReturned(text);
  const blocks = blocksOf(said);
  const whom = named.length > 0 ? named : [...blocks.keys()];
  const action = actionOf(`${subject}\n${said}`);
  const recipients = whom.map((address) => {
    const words = answerIn(blocks.get(address) ?? (blocks.size === 0 ? said : [...blocks.values()].join("\n")));
    const status = /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(words)?.[0] ?? "";
    return { action, final: address, original: "", code: codeIn(words), status, words };
  });
  return { recipients, returned };
}

/** What a report says in words of one recipient; empty where it does not name them. */
export function wordsOn(text: string, address: string): string {
  const block = blocksOf(splitReturned(text)[0]).get(address);
  return block === undefined ? "" : answerIn(block);
}

function actionOf(words: string): RecipientStatus["action"] {
  if (DELAYED.test(words) && !FOR_GOOD.test(words)) return "delayed";
  return DELIVERED.test(words) && !FOR_GOOD.test(words) ? "delivered" : "failed";
}

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
    const match = NAMED.exec(line);
    const address = match?.[1]?.toLowerCase();
    // A server's answer that begins with the address still speaks of the one before.
    if (address && !/^[45]\d\d\b/.test(line.trim())) current = address;
    if (current === null) continue;
    const rest = address && match ? line.slice(match[0].length) : line;
    blocks.set(current, `${blocks.get(current) ?? ""}\n${rest}`);
  }
  return blocks;
}

/** From the server's own answer on, where it stands there; the words around it are the report's. */
function answerIn(block: string): string {
  const lines = block.split("\n").map((line) => line.trim());
  const at = lines.findIndex((line) => ANSWER.test(line));
  return lines
    .slice(Math.max(at, 0))
    .filter((line) => line !== "")
    .slice(0, 12)
    .join(" ")
    .trim();
}
