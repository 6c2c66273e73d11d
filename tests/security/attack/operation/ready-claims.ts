import { eq } from "drizzle-orm";
import { claims } from "#drizzle/schema/credits";
import { markAllPresent } from "~/attendance/marks/marks.server";
import { claimAndBill } from "~/billing/fees/claim-fee.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { openDatabase } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { at, HOUR } from "../../../support/clock";
import { actingAs } from "../../../support/context";
import { makeOffering, makePerson } from "../../../support/factories";

const END = at("2027-03-09T16:00");

/** When claims that were made ready can be posted. */
export const POSTING_AT = END + 2 * HOUR;

/** Puts an offering with so many claims that agree and wait to be posted into a database, made as people make them. */
export function makeReadyClaims(file: string, count: number): void {
  const db = openDatabase(file);
  const facilitator = makePerson(db);
  const people = Array.from({ length: count }, () => makePerson(db));
  const policy = { evaluationGates: false, paymentGates: false };
  const offering = makeOffering(db, { capacity: count, instructor: facilitator, policy });
  for (const person of people) register(actingAs(db, person), { offeringId: offering.id });
  const during = actingAs(db, facilitator, { now: offering.startsAt });
  markAllPresent(during, { sessionId: offering.sessions[0]!.id, deviceTime: during.now, nonce: offering.id });
  confirmAttendance(actingAs(db, facilitator, { now: END }), { offeringId: offering.id });
  const byId = new Map(people.map((person) => [person.personId, person]));
  for (const claim of db.select().from(claims).where(eq(claims.offeringId, offering.id)).all()) {
    const me = actingAs(db, byId.get(claim.personId)!, { now: END + HOUR });
    claimAndBill(me, { claimId: claim.id, requestedMinutes: claim.earnedMinutes });
  }
  db.$client.close();
}
