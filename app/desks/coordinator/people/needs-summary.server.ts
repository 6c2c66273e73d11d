import { and, eq, inArray } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import type { Reader } from "~/platform/database/database.server";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import { countNeeds } from "./needs-summary";

/** How many are expected, and what the kitchen and the room need to know, without names. */
export function summarizeNeeds(db: Reader, offeringId: string) {
  const rows = db
    .select({ dietary: persons.dietaryNeeds, access: persons.accessNeeds })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(and(eq(registrations.offeringId, offeringId), inArray(registrations.status, [...ROSTER_STATUSES])))
    .all();
  return {
    expected: rows.length,
    dietary: countNeeds(rows.flatMap(({ dietary }) => dietary ?? [])),
    access: countNeeds(rows.flatMap(({ access }) => access ?? [])),
  };
}
