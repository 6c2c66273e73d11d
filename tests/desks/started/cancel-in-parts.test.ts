import { beforeEach, expect, test } from "vitest";
import { count, eq } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { outboxMessages } from "#drizzle/schema/messages";
import { auditEntries } from "#drizzle/schema/platform";
import { registrations } from "#drizzle/schema/registration";
import { readOfferingView } from "~/desks/coordinator/offering-page.server";
import { carryOutDue } from "~/desks/started/carry-out.server";
import { goOnWithLongWork } from "~/desks/started/long-work.server";
import { callOff, listInSight, listStarted, startAction } from "~/desks/started/started-action.server";
import { MOST_AT_ONCE } from "~/desks/started/started-parts.server";
import { cloneDatabase, type Database } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { acceptOffer } from "~/registration/waitlist/offer.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";

const PEOPLE = MOST_AT_ONCE + 30;
const REASON = "The hall was flooded.";

let db: Database;
let cora: TestPerson;
let people: TestPerson[];
let offeringId: string;
beforeEach(() => {
  db = useTestDatabase();
  cora = makePerson(db, { first: "Cora", last: "Dinator" });
  give(db, cora, "coordinator", psesd(db).id);
  offeringId = makeOffering(db, { capacity: PEOPLE - 10 }).id;
  people = Array.from({ length: PEOPLE }, () => makePerson(db));
  for (const person of people) done(register(actingAs(db, person), { offeringId }));
});

const acting = (now = TEST_NOW, there = db) => actingAs(there, cora, { now, scopeIds: [psesd(there).id] });
const later = (milliseconds: number, there = db) => systemContext(there, TEST_NOW + milliseconds);
const start = (now = TEST_NOW) =>
  startAction(
    acting(now),
    "change-offering",
    { offeringId, form: { intent: "cancel", reason: REASON } },
    { seconds: 10, when: "told" },
  );
const inSight = (now = TEST_NOW, there = db) => listInSight(acting(now, there)).at(-1)!;
const state = (there = db) => there.select().from(offerings).where(eq(offerings.id, offeringId)).get()!.state;
const untold = (there = db) => {
  const offering = there.select().from(offerings).where(eq(offerings.id, offeringId)).get()!;
  return readOfferingView(acting(TEST_NOW, there), offering, "overview").overview!.untold;
};
/** To how many people it was told, and how often. */
const told = (there = db) => {
  const mails = there.select().from(outboxMessages).where(eq(outboxMessages.kind, "offering-cancelled")).all();
  return [new Set(mails.map(({ personId }) => personId)).size, mails.length];
};

/** Lets the work begin and stops its process after a part. */
async function oneTurn(): Promise<void> {
  const stopping = new AbortController();
  setImmediate(() => stopping.abort());
  await goOnWithLongWork(later(11_000), stopping.signal);
}

test("R6 an offering of hundreds is cancelled at once, and its people are told in parts, each once", async () => {
  expect(start()).toEqual({ ok: true, waiting: true });
  expect(inSight()).toMatchObject({
    effect: `Cancel the offering for ${PEOPLE} people. Their people are told by mail.`,
    total: PEOPLE,
  });
  expect([state(), told()]).toEqual(["published", [0, 0]]);
  // Somebody comes in while it can be called off: they are among those who are told.
  const late = makePerson(db);
  done(register(actingAs(db, late), { offeringId }));
  carryOutDue(later(10_000));
  expect([state(), told(), untold()]).toEqual(["cancelled", [0, 0], PEOPLE + 1]);
  expect(inSight()).toMatchObject({ state: "running", total: PEOPLE + 1, done: 0 });
  expect(register(actingAs(db, makePerson(db)), { offeringId }).ok).toBe(false);
  expect(await goOnWithLongWork(later(11_000))).toBe(1);
  expect(inSight()).toMatchObject({
    state: "done",
    answer: `The offering is cancelled. ${PEOPLE + 1} people are told by email.`,
    resultPath: `/coordinator/offerings/${offeringId}`,
  });
  expect([told(), untold()]).toEqual([[PEOPLE + 1, PEOPLE + 1], 0]);
  expect(await goOnWithLongWork(later(12_000))).toBe(0);
  const cancelled = db.select().from(auditEntries).where(eq(auditEntries.action, "offering.cancelled")).all();
  expect(cancelled).toMatchObject([{ detail: { reason: REASON, told: PEOPLE + 1 } }]);
});

test("R6 a process that is killed half-way leaves the rest to the next, and nobody is told twice", async () => {
  start();
  carryOutDue(later(10_000));
  await oneTurn();
  const [before] = told();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(PEOPLE);
  const after = cloneDatabase(db.$client.serialize());
  expect(inSight(TEST_NOW, after)).toMatchObject({ state: "running", done: before });
  expect(await goOnWithLongWork(later(20_000, after))).toBe(1);
  expect([told(after), untold(after)]).toEqual([[PEOPLE, PEOPLE], 0]);
  after.$client.close();
});

test("R6 stopped half-way, it stays cancelled, says who is left, and goes on with those alone", async () => {
  start();
  carryOutDue(later(10_000));
  await oneTurn();
  done(callOff(acting(TEST_NOW + 12_000), listStarted(acting()).rows[0]!.id));
  await goOnWithLongWork(later(13_000));
  expect(inSight().state).toBe("stopped");
  const [before] = told();
  expect([state(), untold()]).toEqual(["cancelled", PEOPLE - before!]);
  expect(start(TEST_NOW + 20_000)).toEqual({ ok: true, waiting: true });
  carryOutDue(later(30_000));
  await goOnWithLongWork(later(31_000));
  expect([told(), untold()]).toEqual([[PEOPLE, PEOPLE], 0]);
  expect(start(TEST_NOW + 40_000)).toMatchObject({ ok: false });
});

test("R6 while people are still to be told, no seat of a cancelled offering changes hands", async () => {
  const first = db.select().from(registrations).where(eq(registrations.personId, people[0]!.personId)).get()!;
  done(withdraw(actingAs(db, people[0]!), first.id));
  const offered = db.select().from(registrations).where(eq(registrations.status, "offered")).get()!;
  const whose = people.find(({ personId }) => personId === offered.personId)!;
  const second = db.select().from(registrations).where(eq(registrations.personId, people[1]!.personId)).get()!;
  start();
  carryOutDue(later(10_000));
  expect(acceptOffer(actingAs(db, whose), offered.id)).toMatchObject({ reason: "not-possible-now" });
  done(withdraw(actingAs(db, people[1]!), second.id));
  const offers = db.select({ count: count() }).from(registrations).where(eq(registrations.status, "offered"));
  expect(countOf(offers)).toBe(1);
  await goOnWithLongWork(later(11_000));
  expect(told()).toEqual([PEOPLE - 2, PEOPLE - 2]);
});
