import { eq } from "drizzle-orm";
import { claims } from "#drizzle/schema/credits";
import { markAllPresent } from "~/attendance/marks/marks.server";
import { claimAndBill } from "~/billing/fees/claim-fee.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import type { Database } from "~/platform/database/database.server";
import { addDays } from "~/platform/time/time-zone";
import { register } from "~/registration/seats/registration.server";
import { at, HOUR } from "../support/clock";
import { actingAs } from "../support/context";
import { makeOffering, makePerson, type TestPerson } from "../support/factories";
import { done } from "../support/done";

/**
 * Claims that a registrar can post, one of each person, of an offering that took place on a day.
 * @returns their ids
 */
export function makeReadyClaims(db: Database, people: readonly TestPerson[], day: string): string[] {
  const instructor = makePerson(db);
  const offering = makeOffering(db, {
    capacity: people.length,
    instructor,
    policy: { evaluationGates: false, paymentGates: false },
    sessions: [
      {
        start: `${day}T08:00`,
        end: `${day}T16:00`,
        pauses: [{ kind: "meal", start: `${day}T12:00`, end: `${day}T13:00` }],
      },
    ],
  });
  const before = at(`${addDays(day, -30)}T09:00`);
  for (const person of people) done(register(actingAs(db, person, { now: before }), { offeringId: offering.id }));
  const during = actingAs(db, instructor, { now: offering.startsAt });
  const sessionId = offering.sessions[0]!.id;
  done(markAllPresent(during, { sessionId, deviceTime: during.now, nonce: offering.id }));
  done(confirmAttendance(actingAs(db, instructor, { now: offering.endsAt }), { offeringId: offering.id }));
  const byId = new Map(people.map((person) => [person.personId, person]));
  const rows = db.select().from(claims).where(eq(claims.offeringId, offering.id)).all();
  for (const { id, personId, earnedMinutes } of rows) {
    const me = actingAs(db, byId.get(personId)!, { now: offering.endsAt + HOUR });
    done(claimAndBill(me, { claimId: id, requestedMinutes: earnedMinutes }));
  }
  if (rows.length !== people.length) throw new Error("not everyone has a seat");
  return rows.map(({ id }) => id);
}
