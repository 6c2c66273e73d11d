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
}

export type FaultVerdict =
  | { kind: "retry"; waitMs: number }
  /** The mail server refused it for good; `addressFault` when it knows no such address. */
  | { kind: "refused"; addressFault: boolean }
  | { kind: "exhausted" }
  /** The message may have arrived, and its kind must not arrive twice. */
  | { kind: "unknown" };

/** Minutes before the second attempt, the third and so on. */
export const RETRY_MINUTES: readonly number[] = [1, 5, 30, 120, 720];

const BEFORE_THE_MESSAGE = ["ECOMPOSE", "EDNS", "ETLS", "EAUTH", "EPROTOCOL", "EENVELOPE"];
const NO_CONNECTION = ["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND"];
const BEFORE_THE_GREETING = ["CONNECT_TIMEOUT", "GREETING_TIMEOUT", "UPGRADE_TIMEOUT"];
/** The certificate or the handshake was refused: OpenSSL's words for it. */
const NO_TRUST = /CERT|SIGNATURE|ISSUER|^ERR_(TLS|SSL)/;
const NO_SUCH_ADDRESS = [550, 551, 553];

/**
 * Decides what becomes of a message that met a fault. Only a refusal of the message or its recipient is final: a
 * password that the mail server does not take is ours to mend.
 * @param attempts how often it was tried before this time
 */
export function judgeFault(fault: Fault, attempts: number, guarantee: Guarantee): FaultVerdict {
  const { responseCode = 0 } = fault;
  const answered = responseCode > 0;
  const ofMessage = fault.code === "EENVELOPE" || fault.code === "EMESSAGE";
  if (responseCode >= 500 && ofMessage) {
    return { kind: "refused", addressFault: knowsNoSuchAddress(fault) };
  }
  if (guarantee === "at-most-once" && !answered && !isBeforeTheMessage(fault)) return { kind: "unknown" };
  const minutes = RETRY_MINUTES[attempts];
  return minutes === undefined ? { kind: "exhausted" } : { kind: "retry", waitMs: minutes * 60_000 };
}

/** 5.7 is a matter of policy, such as a suspected advertisement: the address itself is fine. */
function knowsNoSuchAddress({ command, responseCode = 0, message }: Fault): boolean {
  return command === "RCPT TO" && NO_SUCH_ADDRESS.includes(responseCode) && !/\b5\.7\.\d/.test(message);
}

function isBeforeTheMessage({ code = "", originalCode = "", timeoutType = "" }: Fault): boolean {
  if (BEFORE_THE_GREETING.includes(timeoutType)) return true;
  return BEFORE_THE_MESSAGE.includes(code) || NO_CONNECTION.includes(originalCode) || NO_TRUST.test(originalCode);
}
