import { Buffer } from "node:buffer";
import { existsSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { request as secureRequest } from "node:https";
import { fileURLToPath } from "node:url";

// Hands a mail to the running Hourbook: mail-bounce.mjs [--config FILE] [MAIL ...]; without a file, from standard input. For
// an alias of the mail server, which runs it as nobody, in a folder of its own, without environment: it needs Node 18 and
// its configuration, and nothing beside it. Ends with 0 when the mail was handled, and with 75 (EX_TEMPFAIL) for whatever
// is wrong, so that the mail server keeps the mail and comes again; what it says of that is one line.

const TRY_AGAIN = 75;
/** As much as the server takes; a report and an answer begin with what matters. */
const MOST_BYTES = 1024 * 1024;
const PATIENCE_MS = 60_000;

/** @param {unknown} why */
function tryAgain(why) {
  const words = (why instanceof Error ? why.message : String(why)).split("\n")[0];
  process.stderr.write(`mail-bounce: ${words}; to be tried again\n`);
  process.exit(TRY_AGAIN);
}
process.on("uncaughtException", tryAgain);
process.on("unhandledRejection", tryAgain);

/** What a configuration says: lines such as KEY=value, as .env has them. @param {string} file */
function readConfiguration(file) {
  /** @type {Record<string, string>} */
  const values = {};
  for (const line of readFileSync(file, "utf8").split(/\r?\n/)) {
    const [, key, value = ""] = /^\s*([A-Z_]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key) values[key] = value.replace(/^(["'])(.*)\1$/, "$2");
  }
  return values;
}

/** The file that was named, else the usual one, else the program's own. @param {string | undefined} named */
function findConfiguration(named) {
  const usual = "/etc/hourbook/mail-bounce.conf";
  return named ?? (existsSync(usual) ? usual : fileURLToPath(new URL("../.env", import.meta.url)));
}

/** Standard input to its end, so that whoever writes it is not cut off; of more than the server takes, the beginning. */
async function readInput() {
  /** @type {Buffer[]} */
  const pieces = [];
  let length = 0;
  for await (const piece of process.stdin) {
    if (length < MOST_BYTES) pieces.push(piece);
    length += piece.length;
  }
  return Buffer.concat(pieces);
}

/**
 * @param {URL} url
 * @param {string} secret
 * @param {Buffer} mail
 * @returns {Promise<{ status: number, body: string }>}
 */
function post(url, secret, mail) {
  const headers = {
    Authorization: `Bearer ${secret}`,
    "Content-Type": "message/rfc822",
    "Content-Length": mail.length,
    "X-Hourbook-Source": "alias",
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? secureRequest : request;
    const sent = send(url, { method: "POST", headers, timeout: PATIENCE_MS }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (piece) => (body += piece));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: body.slice(0, 300) }));
      answer.on("error", reject);
    });
    sent.on("timeout", () => sent.destroy(new Error("Hourbook does not answer")));
    sent.on("error", reject);
    sent.end(mail);
  });
}

/** Whether nothing would change by another try: it was handled, or can never be read. @param {number} status */
const isSettled = (status) => status === 200 || status === 400 || status === 413;

const words = process.argv.slice(2);
const at = words.indexOf("--config");
const [, config] = at >= 0 ? words.splice(at, 2) : [];
const values = readConfiguration(findConfiguration(config));
const secret = values.MAIL_BOUNCE_SECRET;
if (!secret) throw new Error("the configuration has no MAIL_BOUNCE_SECRET");
const url = new URL("/webhooks/mail-bounce", values.HOURBOOK_URL || `http://127.0.0.1:${values.PORT || 3000}`);
for (const file of words.length > 0 ? words : [null]) {
  const mail = (file === null ? await readInput() : readFileSync(file)).subarray(0, MOST_BYTES);
  const { status, body } = await post(url, secret, mail);
  if (!isSettled(status)) tryAgain(`Hourbook answered ${status} ${body}`);
  if (process.stdout.isTTY || file !== null) process.stdout.write(`${file ?? "standard input"}: ${body}\n`);
}
