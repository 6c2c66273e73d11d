import { beforeEach, expect, test } from "vitest";
import { eq, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { auditEntries, startedActions } from "#drizzle/schema/platform";
import { grants } from "#drizzle/schema/grants";
import { outboxMessages } from "#drizzle/schema/messages";
import { cooperativeMemberships } from "#drizzle/schema/people";
import { offeringMessages, registrations } from "#drizzle/schema/registration";
import { carryOutDue } from "~/desks/started/carry-out.server";
import {
  callOff,
  forgetOldStarted,
  listInSight,
  listStarted,
  startAction,
} from "~/desks/started/started-action.server";
import { aggregateOf } from "~/platform/database/rows.server";
import type { Database } from "~/platform/database/database.server";
import { readList } from "~/registration/import/import-rows.server";
import { planImport } from "~/registration/import/import.server";
import { newId } from "~/platform/ids";
import { register } from "~/registration/seats/registration.server";
import { loader as startedPage } from "~/routes/account/started";
import { DAY, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeOffering, makePerson, organisationId, psesd, type TestPerson } from "../../support/factories";
import { get } from "../../support/request";

const TEN = { seconds: 10 };
const SECOND = 1_000;

let db: Database;
let cora: TestPerson;
let offeringId: string;
beforeEach(() => {
  db = useTestDatabase();
  cora = makePerson(db, { first: "Cora", last: "Dinator" });
  give(db, cora, "coordinator", psesd(db).id);
  offeringId = makeOffering(db).id;
  for (let each = 0; each < 3; each++) register(actingAs(db, makePerson(db)), { offeringId });
});

const acting = (now = TEST_NOW) => actingAs(db, cora, { now });
const later = (milliseconds: number) => systemContext(db, TEST_NOW + milliseconds);
const count = (table: SQLiteTable) => aggregateOf(db.select({ rows: sql<number>`count(*)` }).from(table)).rows;

const write = (nonce = "once") =>
  startAction(
    acting(),
    "message-people",
    { offeringId, message: { subject: "Bring boots", body: "It may rain.", statuses: ["registered"], nonce } },
    TEN,
  );

test("what was started says its effect, waits, and is carried out once", () => {
  const before = count(outboxMessages);
  expect(write()).toEqual({ ok: true, waiting: true });
  expect([count(outboxMessages), count(offeringMessages)]).toEqual([before, 0]);
  expect(listInSight(acting())).toMatchObject([
    { state: "waiting", effect: "Send “Bring boots”. 3 people are told by mail.", dueAt: TEST_NOW + 10 * SECOND },
  ]);

  expect(carryOutDue(later(9 * SECOND))).toBe(0);
  expect(carryOutDue(later(10 * SECOND))).toBe(1);
  expect(carryOutDue(later(20 * SECOND))).toBe(0);
  expect([count(outboxMessages), count(offeringMessages)]).toEqual([before + 3, 1]);
  expect(listInSight(acting(TEST_NOW + 12 * SECOND))).toMatchObject([
    {
      state: "done",
      answer: "Your message goes to 3 people.",
      resultPath: `/facilitator/offerings/${offeringId}/message`,
    },
  ]);
  expect(listInSight(acting(TEST_NOW + DAY))).toEqual([]);
  expect(listStarted(acting(TEST_NOW + DAY)).rows).toHaveLength(1);
  // What was written stands where it was written, and nowhere else.
  expect(db.select().from(startedActions).all()).toMatchObject([{ payload: null }]);
});

test("called off, it changes nothing and tells nobody; then it is too late for a second time, and for anybody else", () => {
  const before = count(outboxMessages);
  write();
  const { id } = listStarted(acting()).rows[0]!;
  expect(callOff(actingAs(db, makePerson(db)), id)).toEqual({ ok: false, reason: "too-late", detail: {} });
  expect(callOff(acting(), id)).toEqual({ ok: true, value: "called-off" });
  expect(callOff(acting(), id)).toEqual({ ok: false, reason: "too-late", detail: {} });
  expect(carryOutDue(later(DAY))).toBe(0);
  expect([count(outboxMessages), count(offeringMessages)]).toEqual([before, 0]);
  expect(listStarted(acting()).rows).toMatchObject([{ state: "called-off" }]);
  expect(db.select().from(auditEntries).where(eq(auditEntries.action, "action.called-off")).all()).toHaveLength(1);
});

test("the same thing started twice waits once", () => {
  write();
  expect(write()).toEqual({ ok: true, waiting: true });
  expect(listStarted(acting()).rows).toHaveLength(1);
  write("another");
  expect(listStarted(acting()).rows).toHaveLength(2);
});

test("what cannot be done is refused at once, and its rehearsal leaves nothing behind", () => {
  const audited = count(auditEntries);
  const answer = startAction(
    acting(),
    "message-people",
    { offeringId, message: { subject: "Bring boots", body: "It may rain.", statuses: ["no-show"], nonce: "n" } },
    TEN,
  );
  expect(answer).toEqual({ ok: false, words: expect.any(String) as string, field: "statuses" });
  expect([count(startedActions), count(auditEntries)]).toEqual([0, audited]);
});

const cancel = (id: string) =>
  startAction(
    acting(),
    "change-offering",
    { offeringId: id, form: { intent: "cancel", reason: "The room was flooded." } },
    { ...TEN, when: "told" },
  );

test("a change waits only where people are told", () => {
  const { id: empty } = makeOffering(db);
  expect(cancel(empty)).toMatchObject({ ok: true, title: "Cancel the offering" });
  expect(count(startedActions)).toBe(0);
  expect(cancel(offeringId)).toEqual({ ok: true, waiting: true });
  expect(listStarted(acting()).rows).toMatchObject([{ effect: "Cancel the offering. 3 people are told by mail." }]);
});

test("the right is asked again when it is carried out: a role that ended changes nothing", () => {
  cancel(offeringId);
  db.update(grants).set({ revokedAt: TEST_NOW }).where(eq(grants.personId, cora.personId)).run();
  const before = count(outboxMessages);
  expect(carryOutDue(later(10 * SECOND))).toBe(1);
  expect(count(outboxMessages)).toBe(before);
  expect(listStarted(acting()).rows).toMatchObject([
    { state: "refused", answer: "You no longer have the role that this needs." },
  ]);
});

test("people of a list are registered, and invited again, once the time to call it off is over", () => {
  const { id } = makeOffering(db);
  const list = readList("Ana Sample <ana@people.example>\nBo Sample <bo@people.example>");
  const ctx = actingAs(db, cora, { scopeIds: [psesd(db).id] });
  const { digest } = done(planImport(ctx, { offeringId: id, list }));
  const wanted = { offeringId: id, list, digest, reason: "by list" };
  const [before, people] = [count(outboxMessages), count(registrations)];
  expect(startAction(acting(), "import-people", { ...wanted, digest: "another plan" }, TEN)).toMatchObject({
    ok: false,
  });
  expect(startAction(acting(), "import-people", wanted, TEN)).toEqual({ ok: true, waiting: true });
  expect(count(registrations)).toBe(people);
  expect(listStarted(acting()).rows[0]!.effect).toMatch(/^Register 2 people\. \d people are told by mail\.$/);
  carryOutDue(later(10 * SECOND));
  expect(count(registrations)).toBe(people + 2);
  expect(db.select().from(startedActions).all()).toMatchObject([{ state: "done", payload: null }]);

  const next = acting(TEST_NOW + 2 * DAY);
  const mails = count(outboxMessages);
  expect(mails).toBeGreaterThan(before);
  expect(startAction(next, "invite-people", { offeringId: id, personIds: null }, TEN)).toMatchObject({ waiting: true });
  expect(listStarted(next).rows[0]).toMatchObject({ effect: "Invite 2 people again. 2 people are told by mail." });
  expect(count(outboxMessages)).toBe(mails);
  carryOutDue(later(3 * DAY));
  expect(count(outboxMessages)).toBe(mails + 2);
});

test("memberships of the cooperative change once the time to call it off is over, if an administrator asked", () => {
  const form = { change: "join" as const, date: "2026-10-01", organisation: [organisationId(db, "Kent")] };
  expect(startAction(acting(), "change-memberships", form, TEN)).toMatchObject({ ok: false });
  give(db, cora, "admin", null);
  db.delete(cooperativeMemberships).run();
  expect(startAction(acting(), "change-memberships", form, TEN)).toEqual({ ok: true, waiting: true });
  expect(listStarted(acting()).rows).toMatchObject([{ effect: "Let 1 organization join." }]);
  expect(count(cooperativeMemberships)).toBe(0);
  carryOutDue(later(10 * SECOND));
  expect(count(cooperativeMemberships)).toBe(1);
});

test("after thirty days what was started is forgotten; its effects stay", () => {
  write();
  carryOutDue(later(10 * SECOND));
  expect(forgetOldStarted(later(29 * DAY))).toBe(0);
  expect(forgetOldStarted(later(31 * DAY))).toBe(1);
  expect(count(offeringMessages)).toBe(1);
});

test("of much that was started at once the last can still be called off", () => {
  for (let each = 0; each < 7; each++) write(`nonce ${each}`);
  const { rows } = listStarted(acting());
  const inSight = listInSight(acting());
  expect(inSight.map(({ id }) => id)).toEqual(
    rows
      .slice(0, 5)
      .map(({ id }) => id)
      .reverse(),
  );
});

test("what somebody started is counted, not cut in silence, and more of it is shown when they ask for it", async () => {
  write();
  const [first] = db.select().from(startedActions).all();
  const copies = Array.from({ length: 211 }, (_, each) => ({ ...first!, id: newId(), startedAt: TEST_NOW - each }));
  db.insert(startedActions)
    .values([...copies, { ...first!, id: newId(), personId: makePerson(db).personId }])
    .run();
  const open = async (search: string) => {
    const { data } = await startedPage({ request: await get(db, `/started${search}`, cora), params: {}, context: {} });
    return [data.rows.length, data.total];
  };
  expect(await open("")).toEqual([200, 212]);
  expect(await open("?started=all")).toEqual([212, 212]);
});
