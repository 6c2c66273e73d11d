import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { mailRefusals, outboxMessages } from "#drizzle/schema/messages";
import { addressFaults, auditEntries } from "#drizzle/schema/platform";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { clearAddressFault } from "~/platform/mail/address-fault.server";
import { dismissAlarm, listAlarms, raiseAlarm } from "~/platform/mail/mail-alarm.server";
import type { Judgement } from "~/platform/mail/refusal-judge";
import { forgetOldRefusals, recordRefusal } from "~/platform/mail/refusal.server";
import { DAY, MINUTE, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { makePerson } from "../../support/factories";

const NOBODY: Judgement = { meaning: "nobody", topic: null };
const PERHAPS: Judgement = { meaning: "perhaps-nobody", topic: null };
const RELAY: Judgement = { meaning: "about-us", topic: "relay" };

let db: Database;
beforeEach(() => void (db = useTestDatabase()));

const faults = () => db.select().from(addressFaults).all();

function refuse(judgement: Judgement, { address = "Bo@test.example", now = TEST_NOW } = {}): boolean {
  const ctx = { ...systemContext(db), now };
  const refusal = { address, messageId: "m", source: "report", reason: "550 no", ...judgement } as const;
  return inTransaction(db, (tx) => recordRefusal(tx, ctx, refusal));
}

test("a clear word marks at once; a doubtful one on a second day, and not twice on one", () => {
  expect(refuse(NOBODY, { address: "ana@test.example" })).toBe(true);
  expect(refuse(PERHAPS)).toBe(false);
  expect(refuse(PERHAPS, { now: TEST_NOW + MINUTE })).toBe(false);
  expect(refuse({ meaning: "full", topic: null }, { now: TEST_NOW + DAY })).toBe(false);
  expect(refuse(PERHAPS, { now: TEST_NOW + 2 * DAY })).toBe(true);
  expect(faults().map(({ address }) => address)).toEqual(["ana@test.example", "bo@test.example"]);
});

test("a doubt of three months ago is forgotten, and so is one from before the mark was taken off", () => {
  refuse(PERHAPS);
  expect(refuse(PERHAPS, { now: TEST_NOW + 91 * DAY })).toBe(false);
  inTransaction(db, (tx) =>
    clearAddressFault(tx, systemContext(db), { address: "Bo@test.example", personId: "somebody" }),
  );
  expect(refuse(PERHAPS, { now: TEST_NOW + 92 * DAY })).toBe(false);
});

test("what is about us marks nobody, however often, and alarms administrators once, with a count", () => {
  for (let day = 0; day < 5; day++) expect(refuse(RELAY, { now: TEST_NOW + day * DAY })).toBe(false);
  expect(faults()).toEqual([]);
  expect(listAlarms(db)).toMatchObject([
    { topic: "relay", count: 5, firstAt: TEST_NOW, lastAt: TEST_NOW + 4 * DAY, words: "550 no" },
  ]);
});

test("a wave stops marking and alarms; what it said is kept, so that another day decides", () => {
  for (let each = 0; each < 14; each++) refuse(NOBODY, { address: `p${each}@test.example` });
  expect(faults()).toHaveLength(10);
  expect(listAlarms(db)).toMatchObject([{ topic: "wave", count: 4 }]);
  expect(refuse(PERHAPS, { address: "p13@test.example", now: TEST_NOW + DAY })).toBe(true);
});

test("few marks among much mail are no wave", () => {
  const values = { kind: "k", subjectId: "s", recipient: "r@test.example", payload: {}, createdAt: TEST_NOW };
  const mail = Array.from({ length: 1_000 }, (_, each) => ({
    ...{ ...values, id: `m${each}`, occasion: `${each}` },
    ...{ state: "sent" as const, nextAttemptAt: TEST_NOW, sentAt: TEST_NOW },
  }));
  for (let from = 0; from < mail.length; from += 500)
    db.insert(outboxMessages)
      .values(mail.slice(from, from + 500))
      .run();
  for (let each = 0; each < 25; each++) refuse(NOBODY, { address: `p${each}@test.example` });
  expect(faults()).toHaveLength(21);
});

test("a mark stands for thirty days; then the next refusal is its date", () => {
  refuse(NOBODY);
  expect(refuse(NOBODY, { now: TEST_NOW + 29 * DAY })).toBe(false);
  expect(faults()).toMatchObject([{ reportedAt: TEST_NOW }]);
  expect(refuse(NOBODY, { now: TEST_NOW + 30 * DAY })).toBe(true);
  expect(faults()).toMatchObject([{ reportedAt: TEST_NOW + 30 * DAY }]);
});

test("an administrator sees to an alarm; it comes again with the next refusal", () => {
  const admin = actingAs(db, makePerson(db));
  expect(dismissAlarm(admin, "relay")).toMatchObject({ ok: false });
  inTransaction(db, (tx) => raiseAlarm(tx, systemContext(db), { topic: "relay", words: "x".repeat(900) }));
  expect(listAlarms(db)[0]!.words).toHaveLength(500);
  expect(dismissAlarm(admin, "relay")).toMatchObject({ ok: true });
  expect(listAlarms(db)).toEqual([]);
  const audit = db.select().from(auditEntries).where(eq(auditEntries.action, "mail.alarm-dismissed"));
  expect(audit.all()).toMatchObject([{ subjectId: "relay" }]);
  refuse(RELAY);
  expect(listAlarms(db)).toMatchObject([{ topic: "relay", count: 1 }]);
});

test("refusals that decide nothing any more are forgotten", () => {
  refuse(PERHAPS);
  expect(forgetOldRefusals({ ...systemContext(db), now: TEST_NOW + 399 * DAY })).toBe(0);
  expect(forgetOldRefusals({ ...systemContext(db), now: TEST_NOW + 401 * DAY })).toBe(1);
  expect(db.select().from(mailRefusals).all()).toEqual([]);
});
