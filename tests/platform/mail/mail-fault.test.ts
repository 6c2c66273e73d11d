import { expect, test } from "vitest";
import { type Fault, type Guarantee, judgeFault } from "~/platform/mail/mail-fault";
import { MINUTE } from "../../support/clock";

const fault = (changes: Partial<Fault>): Fault => ({ message: "It did not get through.", ...changes });
const RETRY = { kind: "retry", waitMs: MINUTE };
const UNKNOWN = { kind: "unknown" };
const refused = (addressFault: boolean) => ({ kind: "refused", addressFault });

const recipient = (responseCode: number, message = "550 5.1.1 No such user") =>
  fault({ code: "EENVELOPE", command: "RCPT TO", responseCode, message });

// First for a kind that may come twice with one Message-ID, then for one that may not.
test.each([
  ["a recipient that is unknown", recipient(550), refused(true), refused(true)],
  ["a recipient that moved", recipient(551), refused(true), refused(true)],
  ["a recipient's name that cannot be", recipient(553), refused(true), refused(true)],
  ["a full mailbox", recipient(552), refused(false), refused(false)],
  ["a suspected advertisement", recipient(550, "550 5.7.1 Looks like spam"), refused(false), refused(false)],
  [
    "a sender that is not taken",
    fault({ code: "EENVELOPE", command: "MAIL FROM", responseCode: 550 }),
    refused(false),
    refused(false),
  ],
  [
    "a message that is not taken",
    fault({ code: "EMESSAGE", command: "DATA", responseCode: 554 }),
    refused(false),
    refused(false),
  ],
  ["a recipient to try later", recipient(450), RETRY, RETRY],
  ["a message to send later", fault({ code: "EMESSAGE", command: "DATA", responseCode: 451 }), RETRY, RETRY],
  [
    "a password of ours that is not taken",
    fault({ code: "EAUTH", command: "AUTH PLAIN", responseCode: 535 }),
    RETRY,
    RETRY,
  ],
  ["a server that greets nobody", fault({ code: "EPROTOCOL", responseCode: 554 }), RETRY, RETRY],
  ["no server", fault({ code: "ESOCKET", originalCode: "ECONNREFUSED" }), RETRY, RETRY],
  ["no such server", fault({ code: "EDNS" }), RETRY, RETRY],
  ["no greeting in time", fault({ code: "ETIMEDOUT", timeoutType: "GREETING_TIMEOUT" }), RETRY, RETRY],
  [
    "a certificate that is not trusted",
    fault({ code: "ESOCKET", originalCode: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
    RETRY,
    RETRY,
  ],
  ["a handshake that failed", fault({ code: "ESOCKET", originalCode: "ERR_SSL_WRONG_VERSION_NUMBER" }), RETRY, RETRY],
  ["a connection cut in the middle", fault({ code: "ESOCKET", originalCode: "ECONNRESET" }), RETRY, UNKNOWN],
  ["no answer to the message in time", fault({ code: "ETIMEDOUT", timeoutType: "SOCKET_TIMEOUT" }), RETRY, UNKNOWN],
  ["no words at all", fault({}), RETRY, UNKNOWN],
  ["an answer that is none", fault({ code: "EMESSAGE", responseCode: 0 }), RETRY, UNKNOWN],
] as const)("%s", (_what, given, twice, once) => {
  expect(judgeFault(given, 0, "at-least-once")).toEqual(twice);
  expect(judgeFault(given, 0, "at-most-once")).toEqual(once);
});

test.each([
  [0, 1],
  [1, 5],
  [2, 30],
  [3, 120],
  [4, 720],
])("after %i tries before this one it waits %i minutes", (attempts, minutes) => {
  for (const guarantee of ["at-least-once", "at-most-once"] satisfies Guarantee[]) {
    expect(judgeFault(recipient(450), attempts, guarantee)).toEqual({ kind: "retry", waitMs: minutes * MINUTE });
  }
});

test("the sixth try was the last; what may have arrived stays unknown all the same", () => {
  expect(judgeFault(recipient(450), 5, "at-least-once")).toEqual({ kind: "exhausted" });
  expect(judgeFault(fault({}), 5, "at-most-once")).toEqual(UNKNOWN);
  expect(judgeFault(recipient(550), 5, "at-least-once")).toEqual(refused(true));
});
