import { beforeEach, expect, test } from "vitest";
import { eq, sql } from "drizzle-orm";
import { accounts } from "#drizzle/schema/people";
import { grants } from "#drizzle/schema/grants";
import { auditEntries, startedActions } from "#drizzle/schema/platform";
import { registrations } from "#drizzle/schema/registration";
import { goOnWithLongWork } from "~/desks/started/long-work.server";
import { carryOutDue } from "~/desks/started/carry-out.server";
import { callOff, listInSight, listStarted, startAction } from "~/desks/started/started-action.server";
import { MOST_AT_ONCE, PART_SIZE } from "~/desks/started/started-parts.server";
import type { Database } from "~/platform/database/database.server";
import { listDueFaults } from "~/platform/jobs/each-due.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs, countStatements, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";

const PEOPLE = MOST_AT_ONCE + 30;

let db: Database;
let cora: TestPerson;
let people: TestPerson[];
let offeringId: string;
beforeEach(() => {
  db = useTestDatabase();
  cora = makePerson(db, { first: "Cora", last: "Dinator" });
  give(db, cora, "coordinator", psesd(db).id);
  offeringId = makeOffering(db, { capacity: 500 }).id;
  people = Array.from({ length: PEOPLE }, () => makePerson(db));
  for (const person of people) done(register(actingAs(db, person), { offeringId }));
});

const acting = (now = TEST_NOW) => actingAs(db, cora, { now });
const later = (milliseconds: number) => systemContext(db, TEST_NOW + milliseconds);
const ids = () =>
  db
    .select({ id: registrations.id })
    .from(registrations)
    .all()
    .map(({ id }) => id);
const registered = () => db.select().from(registrations).where(eq(registrations.status, "registered")).all().length;
const start = (registrationIds = ids()) =>
  startAction(acting(), "change-people", { offeringId, registrationIds, reason: "Flooded" }, { seconds: 10 });
const inSight = () => listInSight(acting())[0]!;

test("thousands of things wait to be called off, then are done in parts, with a progress, and end once", async () => {
  expect(start()).toEqual({ ok: true, waiting: true });
  expect(inSight()).toMatchObject({
    state: "waiting",
    total: PEOPLE,
    done: 0,
    effect: expect.stringContaining(String(PEOPLE)) as string,
  });
  expect(await goOnWithLongWork(later(1_000))).toBe(0);
  expect(carryOutDue(later(10_000))).toBe(1);
  expect([inSight().state, registered()]).toEqual(["running", PEOPLE]);
  // The same once more is the same.
  start();
  expect(listStarted(acting()).rows).toHaveLength(1);
  expect(await goOnWithLongWork(later(11_000))).toBe(1);
  expect(inSight()).toMatchObject({ state: "done", done: PEOPLE });
  expect(inSight().answer).toBe(`${PEOPLE} people withdrawn or moved, and told by mail.`);
  expect(registered()).toBe(0);
  expect(await goOnWithLongWork(later(12_000))).toBe(0);
});

test("asked to stop, it ends after the part under way, and says what it did not begin", async () => {
  start();
  carryOutDue(later(10_000));
  const stopping = new AbortController();
  const { id } = listStarted(acting()).rows[0]!;
  // The process ends after the first part; another goes on later.
  const watch = setInterval(() => stopping.abort(), 0);
  await goOnWithLongWork(later(11_000), stopping.signal);
  clearInterval(watch);
  const between = inSight();
  expect([between.state, between.done % PART_SIZE, between.done < PEOPLE]).toEqual(["running", 0, true]);
  expect(callOff(acting(TEST_NOW + 12_000), id)).toEqual({ ok: true, value: "stops" });
  expect(callOff(acting(TEST_NOW + 12_000), id)).toMatchObject({ ok: false });
  expect(await goOnWithLongWork(later(13_000))).toBe(1);
  expect(inSight().state).toBe("stopped");
  expect(inSight().answer).toContain(`${PEOPLE - between.done} were not begun.`);
  expect(registered()).toBe(PEOPLE - between.done);
  expect(db.select().from(auditEntries).where(eq(auditEntries.action, "action.stopped")).all()).toHaveLength(1);
});

test("what cannot be done is left out with its reason, and the others are done", async () => {
  const all = ids();
  start(all);
  done(withdraw(actingAs(db, people[3]!), all[3]!));
  carryOutDue(later(10_000));
  await goOnWithLongWork(later(11_000));
  expect(inSight()).toMatchObject({ state: "done", done: PEOPLE });
  expect(inSight().answer).toMatch(new RegExp(`^${PEOPLE - 1} people .* 1 left out: \\S`));
  expect(registered()).toBe(0);
});

test("one thing that fails is left out and logged, and the others are done", async () => {
  const all = ids();
  start(all);
  carryOutDue(later(10_000));
  db.run(
    sql.raw(`create trigger broken before update on registrations when old.id = '${all[7]!}'
      begin select raise(abort, 'broken'); end`),
  );
  await goOnWithLongWork(later(11_000));
  expect(inSight()).toMatchObject({ state: "done", done: PEOPLE });
  expect(inSight().answer).toBe(
    `${PEOPLE - 1} people withdrawn or moved, and told by mail. 1 left out: A fault of ours, which is in the log.`,
  );
  expect(registered()).toBe(1);
});

test("whoever loses the right meanwhile, or their account, does no more", async () => {
  start();
  carryOutDue(later(10_000));
  db.update(grants).set({ revokedAt: TEST_NOW }).where(eq(grants.personId, cora.personId)).run();
  await goOnWithLongWork(later(11_000));
  expect([inSight().state, registered()]).toEqual(["refused", PEOPLE]);
  db.update(startedActions).set({ state: "running", done: 0, leftOut: 0, payload: "{}" }).run();
  db.update(accounts).set({ lockedAt: TEST_NOW }).where(eq(accounts.personId, cora.personId)).run();
  await goOnWithLongWork(later(12_000));
  expect(inSight()).toMatchObject({ state: "stopped", answer: expect.stringContaining("locked or closed") as string });
});

test("a work whose part breaks is put off, holds up no other, and can still be stopped", async () => {
  start();
  carryOutDue(later(10_000));
  const [broken] = listStarted(acting()).rows;
  db.update(startedActions).set({ payload: "{", startedAt: 1 }).run();
  start();
  carryOutDue(later(20_000));
  expect(await goOnWithLongWork(later(21_000))).toBe(1);
  expect(registered()).toBe(0);
  expect(listDueFaults(db).rows).toMatchObject([{ kind: "long-work", rowId: broken!.id, tries: 1 }]);
  expect(await goOnWithLongWork(later(21_500))).toBe(0);
  done(callOff(acting(TEST_NOW + 22_000), broken!.id));
  expect(await goOnWithLongWork(later(23_000))).toBe(1);
  expect(
    listStarted(acting())
      .rows.map(({ state }) => state)
      .sort(),
  ).toEqual(["done", "stopped"]);
});

test("starting thousands is no more work for a page than starting a hundred and one", () => {
  const all = ids();
  const few = countStatements(db, () => start(all.slice(0, MOST_AT_ONCE + 1)));
  expect(countStatements(db, () => start(all))).toBe(few);
});
