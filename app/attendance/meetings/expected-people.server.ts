import { and, eq, inArray } from "drizzle-orm";
import { instructors } from "#drizzle/schema/catalog";
import { formerNames, persons } from "#drizzle/schema/people";
import { accounts } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { displayNameOf, legalNameOf, staffNameOf } from "~/people/persons/name";
import { BY_NAME } from "~/people/persons/person-names.server";
import type { Reader } from "~/platform/database/database.server";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import type { Expected } from "./reported-name";

/** Somebody of the roster, as lists name them. */
export type ExpectedPerson = Expected & { name: string };

/** Everybody who is expected at an offering, participants and instructors, with the names and addresses by which an online meeting may know them. */
export function listExpectedPeople(db: Reader, offeringId: string): ExpectedPerson[] {
  const registered = db
    .select({ id: registrations.personId })
    .from(registrations)
    .where(and(eq(registrations.offeringId, offeringId), inArray(registrations.status, [...ROSTER_STATUSES])));
  const teaching = db
    .select({ id: instructors.personId })
    .from(instructors)
    .where(eq(instructors.offeringId, offeringId));
  const ids = [...registered.all(), ...teaching.all()].flatMap(({ id }) => id ?? []);
  const people = db
    .select()
    .from(persons)
    .where(inArray(persons.id, ids))
    .orderBy(...BY_NAME)
    .all();
  const former = db.select().from(formerNames).where(inArray(formerNames.personId, ids)).all();
  const known = db.select().from(accounts).where(inArray(accounts.personId, ids)).all();
  return people.map((person) => ({
    id: person.id,
    name: staffNameOf(person),
    names: [
      legalNameOf(person),
      displayNameOf(person),
      ...(person.preferredName ? [`${person.preferredName} ${person.legalLast}`] : []),
      ...former.filter(({ personId }) => personId === person.id).map(({ name }) => name),
    ],
    emails: [
      ...(person.email ? [person.email] : []),
      ...known.filter(({ personId }) => personId === person.id).map(({ email }) => email),
    ],
  }));
}
