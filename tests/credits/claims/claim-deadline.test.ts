import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { outboxMessages } from "#drizzle/schema/messages";
import { claimAndBill } from "~/billing/fees/claim-fee.server";
import { isClaimTooLate } from "~/credits/claims/claim.server";
import { getMyClaim } from "~/credits/claims/my-claims.server";
import { markAllPresent } from "~/attendance/marks/marks.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { published } from "~/catalog/offerings/published";
import { newId } from "~/platform/ids";
import { register } from "~/registration/seats/registration.server";
import { at, MINUTE } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson } from "../../support/factories";
import { runReminders } from "../../support/reminders";

const DEADLINE = "2027-03-20T00:00";

/** Hours of 9 March that can be claimed for ten days. */
function earned(claimDays?: number) {
  const db = useTestDatabase();
  const [person, facilitator] = [makePerson(db), makePerson(db)];
  const offering = makeOffering(db, { instructor: facilitator, policy: claimDays ? { claimDays } : {} });
  done(register(actingAs(db, person), { offeringId: offering.id }));
  const now = offering.startsAt + MINUTE;
  const [session] = offering.sessions;
  done(markAllPresent(actingAs(db, facilitator, { now }), { sessionId: session!.id, deviceTime: now, nonce: newId() }));
  done(confirmAttendance(actingAs(db, facilitator, { now: offering.endsAt }), { offeringId: offering.id }));
  const { id } = db.select().from(claims).where(eq(claims.personId, person.personId)).get()!;
  const claimAt = (wall: string) =>
    claimAndBill(actingAs(db, person, { now: at(wall) }), { claimId: id, requestedMinutes: 420 });
  const page = (wall: string) => getMyClaim(actingAs(db, person, { now: at(wall) }), id);
  const told = () => db.select().from(outboxMessages).where(eq(outboxMessages.kind, "claim-open")).get()!.payload;
  const row = () => published(db.select().from(offerings).where(eq(offerings.id, offering.id)).get()!);
  return { db, id, claimAt, page, told, row };
}

test("T3 hours are claimed until the provider's deadline, which the mail and the page tell; then no more", () => {
  const { claimAt, page, told, row } = earned(10);
  expect(told()).toMatchObject({ claimBy: "Fri, Mar 19, 2027 · 11:59 PM PDT" });
  expect(page("2027-03-19T23:59")).toMatchObject({ claimBy: "Fri, Mar 19, 2027 · 11:59 PM PDT", tooLate: false });
  expect(page(DEADLINE).tooLate).toBe(true);
  expect([isClaimTooLate(row(), at(DEADLINE) - 1), isClaimTooLate(row(), at(DEADLINE))]).toEqual([false, true]);
  expect(claimAt(DEADLINE)).toMatchObject({ reason: "too-late" });
  expect(claimAt("2027-03-19T23:59").ok).toBe(true);
});

test("T3 what the registrar returned is claimed anew at any time", () => {
  const { db, id, claimAt, page } = earned(10);
  done(claimAt("2027-03-10T08:00"));
  db.update(claims).set({ status: "returned" }).where(eq(claims.id, id)).run();
  expect(page("2027-05-01T08:00").tooLate).toBe(false);
  expect(claimAt("2027-05-01T08:00").ok).toBe(true);
});

test("T3 a claim under way tells when the deadline is over: taken back, it could not be made again", () => {
  const { claimAt, page } = earned(10);
  done(claimAt("2027-03-10T08:00"));
  expect(page("2027-03-19T23:59")).toMatchObject({ isPastDeadline: false, tooLate: false });
  expect(page(DEADLINE)).toMatchObject({ isPastDeadline: true, tooLate: false });
});

test("T3 without a deadline hours are claimed for ever", () => {
  const { claimAt, page, told } = earned();
  expect(told()).toMatchObject({ claimBy: null });
  expect(page("2031-01-01T08:00")).toMatchObject({ claimBy: null, tooLate: false });
  expect(claimAt("2031-01-01T08:00").ok).toBe(true);
});

test("T3 nobody is reminded of hours that can no longer be claimed", async () => {
  const { db } = earned(10);
  await runReminders(db, at("2027-03-16T08:00"));
  await runReminders(db, at("2027-03-23T08:00"));
  const reminders = db.select().from(outboxMessages).where(eq(outboxMessages.kind, "claim-reminder")).all();
  expect(reminders).toHaveLength(1);
});
