import { beforeEach, expect, test } from "vitest";
import { reminderPlans, reminders } from "#drizzle/schema/reminders";
import { endGrant } from "~/people/roles/grant.server";
import { updateOffering } from "~/desks/coordinator/update-offering.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { cancelOffering } from "~/registration/staff/cancel-offering.server";
import { register, withdraw } from "~/registration/seats/registration.server";
import { planQueuedOfferings } from "~/reminders/offering-plan.server";
import { at, DAY, HOUR, MINUTE, TEST_NOW } from "../support/clock";
import { actingAs, countStatements, systemContext, useTestDatabase } from "../support/database";
import { makeOffering, makePerson, psesd, type TestPerson } from "../support/factories";
import { messagesTo, remindersOf, runReminders } from "../support/reminders";

let db: Database;
let person: TestPerson;
let facilitator: TestPerson;
let offering: ReturnType<typeof makeOffering>;

beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { first: "Bo" });
  facilitator = makePerson(db, { first: "Fay" });
  offering = makeOffering(db, { instructor: facilitator });
});

function take<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

const signUp = (now = TEST_NOW) => take(register(actingAs(db, person, { now }), { offeringId: offering.id }));
const coordinator = (now = TEST_NOW) => actingAs(db, makePerson(db), { now, scopeIds: [psesd(db).id] });
const subjects = (to: TestPerson) => messagesTo(db, to).map(({ kind }) => kind);

function move(date: string, now: number, startTime = "08:00", endTime = "16:00"): void {
  const [session] = offering.sessions;
  const pauses = [{ kind: "meal" as const, start: "12:00", end: "13:00" }];
  take(
    updateOffering(coordinator(now), {
      offeringId: offering.id,
      reason: "Snow",
      modality: "in-person",
      place: "Example Hall",
      capacity: 30,
      priceCents: 0,
      sessions: [{ id: session!.id, date, startTime, endTime, pauses }],
      instructors: [{ personId: facilitator.personId, name: facilitator.name }],
      designations: [],
    }),
  );
}

test("a registration brings three reminders in the session's wall time, each sent once", async () => {
  signUp();
  await runReminders(db, TEST_NOW);
  expect(remindersOf(db, person)).toEqual([
    "session-week 2027-03-02T08:00 due",
    "session-day 2027-03-08T08:00 due",
    "session-morning 2027-03-09T06:00 due",
  ]);
  expect(await runReminders(db, at("2027-03-02T07:59"))).toEqual({ sent: 0, skipped: 0 });
  expect(await runReminders(db, at("2027-03-02T08:00"))).toEqual({ sent: 1, skipped: 0 });
  expect(await runReminders(db, at("2027-03-02T08:01"))).toEqual({ sent: 0, skipped: 0 });
  expect(await runReminders(db, at("2027-03-08T08:00"))).toMatchObject({ sent: 1 });
  await runReminders(db, at("2027-03-09T06:00"));
  const texts = messagesTo(db, person).filter(({ kind }) => kind === "session-reminder");
  expect(texts.map(({ payload }) => payload.howSoon)).toEqual(["in a week", "tomorrow", "today"]);
});

test("H5 a session that moves across the March clock change still reminds at 8:00", async () => {
  signUp();
  await runReminders(db, TEST_NOW);
  move("2027-03-16", TEST_NOW + DAY);
  await runReminders(db, TEST_NOW + DAY);
  const live = remindersOf(db, person).filter((each) => each.endsWith("due"));
  expect(live).toEqual([
    "session-week 2027-03-09T08:00 due",
    "session-day 2027-03-15T08:00 due",
    "session-morning 2027-03-16T06:00 due",
  ]);
  expect(remindersOf(db, person).filter((each) => each.endsWith("voided"))).toHaveLength(3);
  expect(at("2027-03-15T08:00") - at("2027-03-09T08:00")).toBe(6 * DAY - HOUR);
  expect(await runReminders(db, at("2027-03-15T08:00") - MINUTE)).toMatchObject({ sent: 1 });
  expect(await runReminders(db, at("2027-03-15T08:00"))).toMatchObject({ sent: 1 });
});

test("a session that moves and moves back is reminded of once", async () => {
  signUp();
  await runReminders(db, at("2027-03-02T08:00"));
  move("2027-03-16", at("2027-03-02T09:00"));
  await runReminders(db, at("2027-03-02T09:00"));
  move("2027-03-09", at("2027-03-02T10:00"));
  await runReminders(db, at("2027-03-02T10:00"));
  await runReminders(db, at("2027-03-08T08:00"));
  await runReminders(db, at("2027-03-09T06:00"));
  const texts = messagesTo(db, person).filter(({ kind }) => kind === "session-reminder");
  expect(texts.map(({ payload }) => payload.howSoon)).toEqual(["in a week", "tomorrow", "today"]);
});

test("a move to a later hour of the same day says nothing twice", async () => {
  signUp();
  await runReminders(db, at("2027-03-08T08:00"));
  const before = subjects(person).filter((kind) => kind === "session-reminder").length;
  move("2027-03-09", at("2027-03-08T09:00"), "09:00", "17:00");
  await runReminders(db, at("2027-03-08T12:00"));
  expect(subjects(person).filter((kind) => kind === "session-reminder")).toHaveLength(before);
});

test("withdrawing voids what is due, registering again brings back what is still to come", async () => {
  const registration = signUp();
  await runReminders(db, TEST_NOW);
  take(withdraw(actingAs(db, person, { now: TEST_NOW + HOUR }), registration.id));
  await runReminders(db, TEST_NOW + HOUR);
  expect(remindersOf(db, person).every((each) => each.endsWith("voided"))).toBe(true);
  signUp(at("2027-03-05T10:00"));
  await runReminders(db, at("2027-03-05T10:00"));
  expect(remindersOf(db, person)).toEqual([
    "session-week 2027-03-02T08:00 voided",
    "session-day 2027-03-08T08:00 due",
    "session-morning 2027-03-09T06:00 due",
  ]);
});

test("R6 a cancelled offering reminds nobody", async () => {
  signUp();
  await runReminders(db, TEST_NOW);
  take(cancelOffering(coordinator(TEST_NOW + HOUR), { offeringId: offering.id, reason: "The hall burned down." }));
  expect(await runReminders(db, at("2027-03-08T08:00"))).toEqual({ sent: 0, skipped: 0 });
  expect(
    db
      .select()
      .from(reminders)
      .all()
      .every(({ state }) => state === "voided"),
  ).toBe(true);
});

test("a change after the planning and before the sending is seen at the sending", async () => {
  const registration = signUp();
  await runReminders(db, TEST_NOW);
  const later = at("2027-03-02T08:00");
  take(withdraw(actingAs(db, person, { now: later - DAY }), registration.id));
  // As if the planning had not come to it yet.
  db.delete(reminderPlans).run();
  expect(await runReminders(db, later)).toEqual({ sent: 0, skipped: 1 });
  expect(
    db
      .select()
      .from(reminders)
      .all()
      .find(({ state }) => state === "skipped")!.note,
  ).toContain("no seat");
});

test("missed while nothing ran: skipped once the session has begun, sent once otherwise", async () => {
  signUp();
  await runReminders(db, TEST_NOW);
  // Nothing ran until the evening before: the week's and the day's reminder are both overdue.
  expect(await runReminders(db, at("2027-03-08T20:00"))).toMatchObject({ skipped: 1 });
  const caughtUp = messagesTo(db, person).filter(({ kind }) => kind === "session-reminder");
  expect(caughtUp.map(({ payload }) => payload.howSoon)).toEqual(["tomorrow"]);
  expect(await runReminders(db, at("2027-03-09T08:00"))).toMatchObject({ sent: 0 });
  expect(remindersOf(db, person).at(-1)).toBe("session-morning 2027-03-09T06:00 skipped");
});

test("a late registration is not told of reminders that were due before", async () => {
  signUp(at("2027-03-08T12:00"));
  await runReminders(db, at("2027-03-08T12:01"));
  expect(remindersOf(db, person)).toEqual(["session-morning 2027-03-09T06:00 due"]);
});

test("facilitators get tomorrow's roster at 16:00, and are asked to confirm attendance the morning after", async () => {
  signUp();
  await runReminders(db, TEST_NOW);
  expect(remindersOf(db, facilitator)).toEqual([
    "roster 2027-03-08T16:00 due",
    "confirm-attendance 2027-03-10T08:00 due",
    "confirm-attendance 2027-03-17T08:00 due",
  ]);
  await runReminders(db, at("2027-03-08T16:00"));
  await runReminders(db, at("2027-03-10T08:00"));
  expect(messagesTo(db, facilitator)).toMatchObject([
    { kind: "roster-tomorrow", payload: { expected: "1 person", needs: null } },
    { kind: "confirm-attendance", payload: { waiting: "1 person" } },
  ]);
});

test("somebody who does not facilitate any more hears nothing", async () => {
  signUp();
  await runReminders(db, TEST_NOW);
  inTransaction(db, (tx) =>
    endGrant(tx, systemContext(db), facilitator.personId, { role: "facilitator", scopeId: offering.id }),
  );
  await runReminders(db, at("2027-03-10T08:00"));
  expect(messagesTo(db, facilitator)).toEqual([]);
});

test("1 and 30 registrations are planned by the same number of statements", () => {
  const plannedBy = (people: number) => {
    const own = makeOffering(db, { capacity: 40 });
    for (let each = 0; each < people; each++) take(register(actingAs(db, makePerson(db)), { offeringId: own.id }));
    return countStatements(db, () => planQueuedOfferings(systemContext(db)));
  };
  planQueuedOfferings(systemContext(db));
  expect(plannedBy(30)).toBe(plannedBy(1));
  expect(db.select().from(reminders).all()).toHaveLength(31 * 3 + 3);
});
