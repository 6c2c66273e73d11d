import { expect, test } from "vitest";
import {
  type Fault,
  type Guarantee,
  isWorthKeeping,
  judgeFault,
  judgementOf,
  waitForWay,
  wordsOf,
} from "~/platform/mail/mail-fault";
import { MINUTE } from "../../support/clock";

const fault = (changes: Partial<Fault>): Fault => ({ message: "It did not get through.", ...changes });
const RETRY = { kind: "retry", waitMs: MINUTE };
const NO_WAY = { kind: "no-way" };
const UNKNOWN = { kind: "unknown" };
const REFUSED = { kind: "refused" };

const recipient = (responseCode: number, response = `${responseCode} 5.1.1 No such user`) =>
  fault({ code: "EENVELOPE", command: "RCPT TO", responseCode, response });
const data = (responseCode: number, response: string) =>
  fault({ code: "EMESSAGE", command: "DATA", responseCode, response });

// First for a kind that may come twice with one Message-ID, then for one that may not.
test.each([
  ["a recipient that is unknown", recipient(550), REFUSED, REFUSED],
  ["a recipient that moved", recipient(551, "551 User not local"), REFUSED, REFUSED],
  ["a recipient who may be gone", recipient(553, "553 mailbox unavailable"), REFUSED, REFUSED],
  ["a full mailbox", recipient(552, "552 5.2.2 Mailbox full"), RETRY, RETRY],
  ["a relay that does not let us", recipient(550, "550 Relaying denied"), RETRY, RETRY],
  ["a block list", recipient(554, "554 5.7.1 blocked using zen.spamhaus.org"), RETRY, RETRY],
  ["a suspected advertisement", recipient(550, "550 5.7.1 Looks like spam"), REFUSED, REFUSED],
  ["a recipient refused without a word", recipient(550, "550"), RETRY, RETRY],
  [
    "a sender that is not taken",
    fault({ code: "EENVELOPE", command: "MAIL FROM", responseCode: 550, response: "550 no" }),
    RETRY,
    RETRY,
  ],
  ["a message that is not taken", data(554, "554 no"), REFUSED, REFUSED],
  ["a message that is too large", data(552, "552 5.3.4 Message too large"), REFUSED, REFUSED],
  ["a recipient found unknown late", data(550, "550 5.1.1 User unknown"), REFUSED, REFUSED],
  ["a recipient to try later", recipient(450), RETRY, RETRY],
  ["a message to send later", fault({ code: "EMESSAGE", command: "DATA", responseCode: 451 }), RETRY, RETRY],
  [
    "a password of ours that is not taken",
    fault({ code: "EAUTH", command: "AUTH PLAIN", responseCode: 535 }),
    NO_WAY,
    NO_WAY,
  ],
  ["a server that greets nobody", fault({ code: "EPROTOCOL", responseCode: 554 }), NO_WAY, NO_WAY],
  ["no server", fault({ code: "ESOCKET", originalCode: "ECONNREFUSED" }), NO_WAY, NO_WAY],
  ["no such server", fault({ code: "EDNS" }), NO_WAY, NO_WAY],
  ["no greeting in time", fault({ code: "ETIMEDOUT", timeoutType: "GREETING_TIMEOUT" }), NO_WAY, NO_WAY],
  [
    "a certificate that is not trusted",
    fault({ code: "ESOCKET", originalCode: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
    NO_WAY,
    NO_WAY,
  ],
  ["a handshake that failed", fault({ code: "ESOCKET", originalCode: "ERR_SSL_WRONG_VERSION_NUMBER" }), NO_WAY, NO_WAY],
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
  expect(judgeFault(recipient(550), 5, "at-least-once")).toEqual(REFUSED);
});

test("what an answer says is judged by the server's own words, and a fault of the connection says nothing", () => {
  const rejected = "Can't send mail - all recipients were rejected: 550 no";
  expect(judgementOf({ ...recipient(550, "550 Relaying denied"), message: rejected })).toMatchObject({
    topic: "relay",
  });
  expect(wordsOf({ message: rejected })).toBe(rejected);
  expect(judgementOf(recipient(550))).toEqual({ meaning: "nobody", topic: null });
  expect(judgementOf(fault({ code: "EENVELOPE", command: "MAIL FROM", responseCode: 550, response: "550" }))).toEqual({
    meaning: "about-us",
    topic: "sender",
  });
  expect(judgementOf(fault({ code: "EAUTH", responseCode: 535 }))).toBeNull();
  expect(judgementOf(fault({ code: "ESOCKET" }))).toBeNull();
});

test.each([
  ["550 5.1.1 User unknown", 550, true],
  ["451 4.7.1 Greylisted", 451, false],
  ["421 4.7.0 [TSS04] your IP is deferred", 421, true],
  ["452 4.2.2 Mailbox full", 452, false],
])("%s is kept: %s", (response, code, expected) => {
  const given = recipient(code, response);
  expect(isWorthKeeping(judgementOf(given)!, given, { kind: "retry", waitMs: 1 })).toBe(expected);
  expect(isWorthKeeping(judgementOf(given)!, given, { kind: "exhausted" })).toBe(true);
});

test("the way is tried again after five seconds, then ever later, and at least every five minutes", () => {
  expect([0, 1, 2, 3, 6, 7, 100].map((times) => waitForWay(times) / 1_000)).toEqual([5, 5, 10, 20, 160, 300, 300]);
});
