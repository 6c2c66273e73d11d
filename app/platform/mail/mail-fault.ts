import { judgeRefusal, type Judgement } from "./refusal-judge";

/**
 * What may happen to a message when nobody can tell whether the mail server took it, for example after `kill -9` between
 * the server's "OK" and our row's update. At least once: it is sent again with the same Message-ID, by which mail servers
 * know a repetition. At most once: it is given up, and an administrator may send it again.
 */
export type Guarantee = "at-least-once" | "at-most-once";

/** What nodemailer says of a mail that did not get through. */
export interface Fault {
  message: string;
  code?: string;
  originalCode?: string;
  /** Which wait was too long. */
  timeoutType?: string;
  /** The SMTP command under way. */
  command?: string;
  responseCode?: number;
  /** The mail server's answer, word for word. */
  response?: string;
}

export type FaultVerdict =
  /** The way to the mail server is at fault, not this message: it stays as it was, and so do all others. */
  | { kind: "no-way" }
  | { kind: "retry"; waitMs: number }
  /** The mail server refused it for good. */
  | { kind: "refused" }
  | { kind: "exhausted" }
  /** The message may have arrived, and its kind must not arrive twice. */
  | { kind: "unknown" };

/** Minutes before the second attempt, the third and so on. */
export const RETRY_MINUTES: readonly number[] = [1, 5, 30, 120, 720];

const BEFORE_THE_MESSAGE = ["ECOMPOSE", "EENVELOPE"];
/** The server was not found, not understood, or does not let us in. */
const NO_WAY = ["EDNS", "ETLS", "EAUTH", "ENOAUTH", "EOAUTH2", "EPROTOCOL"];
const NO_CONNECTION = ["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND"];
const BEFORE_THE_GREETING = ["CONNECT_TIMEOUT", "GREETING_TIMEOUT", "UPGRADE_TIMEOUT"];
/** The certificate or the handshake was refused: OpenSSL's words for it. */
const NO_TRUST = /CERT|SIGNATURE|ISSUER|^ERR_(TLS|SSL)/;
/** What no other attempt changes: the message itself is in the way. */
const OF_THE_MESSAGE = ["size", "content"];

/** What the mail server's answer to a message says; null where it answered nothing, or the fault is with the connection. */
export function judgementOf(fault: Fault): Judgement | null {
  const { responseCode: code = 0, code: kind, command } = fault;
  if (code < 400 || (kind !== "EENVELOPE" && kind !== "EMESSAGE")) return null;
  const judgement = judgeRefusal({ code, status: "", words: wordsOf(fault) });
  return command === "MAIL FROM" && judgement.topic === null ? { meaning: "about-us", topic: "sender" } : judgement;
}

/** What the mail server said; else what is said of it. */
export const wordsOf = ({ response, message }: Fault): string => response ?? message;

/**
 * Decides what becomes of a message that met a fault. Final is what another attempt cannot change: that nobody is there, or
 * the message itself. What is wrong with the way to the mail server is no message's. Whatever else is refused for good, relays and block lists too, is tried again: it is ours to mend, and
 * the message goes out once it is mended.
 * @param attempts how often it was tried before this time
 */
export function judgeFault(fault: Fault, attempts: number, guarantee: Guarantee): FaultVerdict {
  if (isOfTheWay(fault)) return { kind: "no-way" };
  const { responseCode = 0 } = fault;
  const answered = responseCode > 0;
  const judgement = judgementOf(fault);
  if (judgement && responseCode >= 500 && isFinal(judgement, fault)) return { kind: "refused" };
  if (guarantee === "at-most-once" && !answered && !isBeforeTheMessage(fault)) return { kind: "unknown" };
  const minutes = RETRY_MINUTES[attempts];
  return minutes === undefined ? { kind: "exhausted" } : { kind: "retry", waitMs: minutes * 60_000 };
}

function isFinal({ meaning, topic }: Judgement, { code }: Fault): boolean {
  if (meaning === "nobody" || meaning === "perhaps-nobody") return true;
  if (topic !== null) return OF_THE_MESSAGE.includes(topic);
  return meaning === "unclear" && code === "EMESSAGE";
}

/** Whether a refusal is kept: not each "later", which is how servers get to know a stranger. */
export function isWorthKeeping({ topic }: Judgement, { responseCode = 0 }: Fault, verdict: FaultVerdict): boolean {
  return responseCode >= 500 || verdict.kind === "exhausted" || (topic !== null && topic !== "rate");
}

function isBeforeTheMessage({ code = "" }: Fault): boolean {
  return BEFORE_THE_MESSAGE.includes(code);
}

function isOfTheWay({ code = "", originalCode = "", timeoutType = "" }: Fault): boolean {
  if (BEFORE_THE_GREETING.includes(timeoutType)) return true;
  return NO_WAY.includes(code) || NO_CONNECTION.includes(originalCode) || NO_TRUST.test(originalCode);
}

/** How long nothing is sent after the way failed so many times in a row, in milliseconds: from five seconds to five minutes. */
export const waitForWay = (times: number): number => Math.min(5_000 * 2 ** (Math.max(times, 1) - 1), 300_000);
