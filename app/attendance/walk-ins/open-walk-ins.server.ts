import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { attendanceMarks, walkIns } from "#drizzle/schema/attendance";
import { sessions } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { standing } from "~/attendance/marks/mark-rows.server";
import { displayNameOf } from "~/people/persons/name";
import type { Reader } from "~/platform/database/database.server";

/** The walk-ins of an offering whom nobody has matched to a person and of whom a mark stands. */
export function listOpenWalkIns(db: Reader, offeringId: string) {
  // By the sessions of the offering, which marks are found by.
  const marked = sql`exists (select 1 from ${sessions}
    join ${attendanceMarks} on ${attendanceMarks.sessionId} = ${sessions.id}
    where ${sessions.offeringId} = ${walkIns.offeringId} and ${attendanceMarks.walkInId} = ${walkIns.id} and ${standing})`;
  return db
    .select({ id: walkIns.id, name: walkIns.name, email: walkIns.email })
    .from(walkIns)
    .where(and(eq(walkIns.offeringId, offeringId), isNull(walkIns.personId), marked))
    .orderBy(asc(walkIns.id))
    .all();
}

/** The walk-ins of an offering who were matched, with whom. */
export function listMatchedWalkIns(db: Reader, offeringId: string) {
  return db
    .select({ id: walkIns.id, name: walkIns.name, person: persons })
    .from(walkIns)
    .innerJoin(persons, eq(persons.id, walkIns.personId))
    .where(eq(walkIns.offeringId, offeringId))
    .orderBy(asc(walkIns.id))
    .all()
    .map(({ id, name, person }) => ({ id, name, personName: displayNameOf(person) }));
}
