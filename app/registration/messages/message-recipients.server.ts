import { BY_NAME } from "~/people/persons/person-names.server";
import { and, asc, eq, inArray } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import type { Reader } from "~/platform/database/database.server";
import { isLive, type RegistrationStatus } from "~/registration/seats/status";

/** Everybody who ever registered for an offering, each once, by name: by their live registration, or else by the last one. */
export function listOnce(db: Reader, offeringId: string) {
  return listRows(db, offeringId, undefined);
}

/** The people of an offering whose registration has one of the statuses, each once, by name. */
export function listByStatus(db: Reader, offeringId: string, statuses: readonly RegistrationStatus[]) {
  return listRows(db, offeringId, inArray(registrations.status, [...statuses]));
}

/** The people of an offering with these registrations; fewer than were asked for where some are another offering's. */
export function listByRegistration(db: Reader, offeringId: string, registrationIds: readonly string[]) {
  return listRows(db, offeringId, inArray(registrations.id, [...registrationIds]));
}

export type Recipient = ReturnType<typeof listOnce>[number];

function listRows(db: Reader, offeringId: string, which: ReturnType<typeof inArray> | undefined) {
  const rows = db
    .select({
      person: persons,
      registrationId: registrations.id,
      status: registrations.status,
      arrival: registrations.arrival,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(and(eq(registrations.offeringId, offeringId), which))
    .orderBy(...BY_NAME, asc(registrations.id))
    .all();
  const once = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const before = once.get(row.person.id);
    if (!before || standsFor(row, before)) once.set(row.person.id, row);
  }
  return [...once.values()];
}

/** At most one of a person's registrations is live; of the others the last counts. */
function standsFor(row: Standing, before: Standing): boolean {
  return isLive(row.status) || (!isLive(before.status) && row.arrival > before.arrival);
}

type Standing = { status: RegistrationStatus; arrival: number };
