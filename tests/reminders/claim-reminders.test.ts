import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { claims } from "#drizzle/schema/credits";
import { markAllPresent } from "~/attendance/marks/marks.server";
import { claimAndBill } from "~/billing/fees/claim-fee.server";
import { submitEvaluation } from "~/credits/claims/claim.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { register } from "~/registration/seats/registration.server";
import { at, MINUTE, TEST_NOW } from "../support/clock";
import { actingAs, useTestDatabase } from "../support/database";
import { give, makeOffering, makePerson, psesd, type TestPerson } from "../support/factories";
import { messagesTo, remindersOf, runReminders } from "../support/reminders";

let db: Database;
let person: TestPerson;
let facilitator: TestPerson;
let claimId: string;

const END = "2027-03-09T16:30";
const kinds = () => messagesTo(db, person).map(({ kind }) => kind);

beforeEach(async () => {
  db = useTestDatabase();
  person = makePerson(db);
  facilitator = makePerson(db);
  const offering = makeOffering(db, { instructor: facilitator });
  register(actingAs(db, person), { offeringId: offering.id });
  await runReminders(db, TEST_NOW);
  const during = offering.startsAt + MINUTE;
  markAllPresent(actingAs(db, facilitator, { now: during }), {
    sessionId: offering.sessions[0]!.id,
    deviceTime: during,
    nonce: newId(),
  });
  confirmAttendance(actingAs(db, facilitator, { now: at(END) }), { offeringId: offering.id });
  claimId = db.select().from(claims).where(eq(claims.offeringId, offering.id)).get()!.id;
  await runReminders(db, at(END));
});

const claim = (day: string) =>
  claimAndBill(actingAs(db, person, { now: at(`${day}T12:00`) }), { claimId, requestedMinutes: 420 });

test("hours are asked for three times at most, a week apart, and never again", async () => {
  expect(kinds()).toContain("claim-open");
  expect(remindersOf(db, person, ["claim"])).toEqual(["claim 2027-03-16T08:00 due", "claim 2027-03-23T08:00 due"]);
  for (let day = 10; day <= 31; day++) await runReminders(db, at(`2027-03-${day}T08:00`));
  for (let month = 4; month <= 9; month++) await runReminders(db, at(`2027-0${month}-01T08:00`));
  expect(kinds().filter((kind) => kind === "claim-open" || kind === "claim-reminder")).toHaveLength(3);
});

test("a claim ends the reminders to claim, and begins those to evaluate and pay", async () => {
  claim("2027-03-11");
  await runReminders(db, at("2027-03-11T12:01"));
  expect(remindersOf(db, person, ["claim", "evaluation", "payment"])).toEqual([
    "evaluation 2027-03-14T08:00 due",
    "claim 2027-03-16T08:00 voided",
    "payment 2027-03-18T08:00 due",
    "evaluation 2027-03-21T08:00 due",
    "claim 2027-03-23T08:00 voided",
    "payment 2027-04-01T08:00 due",
  ]);
  await runReminders(db, at("2027-03-14T08:00"));
  expect(kinds().at(-1)).toBe("evaluation-reminder");
});

test("an evaluation ends its reminders, the fee's go on and say what is due", async () => {
  claim("2027-03-11");
  submitEvaluation(actingAs(db, person, { now: at("2027-03-12T12:00") }), { claimId, answers: {} });
  for (let day = 12; day <= 31; day++) await runReminders(db, at(`2027-03-${day}T08:00`));
  expect(kinds()).not.toContain("evaluation-reminder");
  const paid = messagesTo(db, person).filter(({ kind }) => kind === "payment-reminder");
  expect(paid.map(({ payload }) => payload.amount)).toEqual(["$21.00"]);
});

test("a step that was taken after the planning is seen at the sending", async () => {
  await runReminders(db, at("2027-03-15T08:00"));
  db.$client.exec(`drop trigger claims_plan_update`);
  claim("2027-03-15");
  await runReminders(db, at("2027-03-16T08:00"));
  expect(remindersOf(db, person, ["claim"])[0]).toBe("claim 2027-03-16T08:00 skipped");
});

test("of reminders that were missed for weeks only the one that is still of use is sent", async () => {
  await runReminders(db, at("2027-03-24T08:00"));
  expect(remindersOf(db, person, ["claim"])).toEqual(["claim 2027-03-16T08:00 skipped", "claim 2027-03-23T08:00 sent"]);
});

test("confirmed attendance is not asked for", () => {
  expect(remindersOf(db, facilitator, ["confirm-attendance"]).every((each) => each.endsWith("voided"))).toBe(true);
});

test("registrars hear on Mondays how long claims have waited, and nothing when none does", async () => {
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  await runReminders(db, at("2027-03-10T08:00"));
  expect(remindersOf(db, registrar)).toEqual(["claims-ageing 2027-03-15T08:00 due"]);
  await runReminders(db, at("2027-03-15T08:00"));
  expect(remindersOf(db, registrar)[0]).toBe("claims-ageing 2027-03-15T08:00 skipped");
  db.update(claims)
    .set({
      status: "settled",
      requestedMinutes: 420,
      affidavitText: "I attended.",
      claimedAt: at("2027-03-11T12:00"),
    })
    .run();
  for (const day of ["16", "22", "23", "29"]) await runReminders(db, at(`2027-03-${day}T08:00`));
  expect(messagesTo(db, registrar).map(({ payload }) => payload)).toMatchObject([
    { waiting: "1 claim", overOneWeek: "1 claim", overTwoWeeks: null },
    { waiting: "1 claim", overOneWeek: "1 claim", overTwoWeeks: "1 claim" },
  ]);
});
