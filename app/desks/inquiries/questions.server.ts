import { and, asc, eq } from "drizzle-orm";
import { inquiries } from "#drizzle/schema/inquiries";
import { persons } from "#drizzle/schema/people";
import { staffNameOf } from "~/people/persons/name";
import type { Reader } from "~/platform/database/database.server";

/** Who questions their attendance at an offering and waits for an answer, the longest first. */
export function listOpenQuestions(db: Reader, offeringId: string) {
  return db
    .select({ id: inquiries.id, person: persons })
    .from(inquiries)
    .innerJoin(persons, eq(persons.id, inquiries.personId))
    .where(and(eq(inquiries.offeringId, offeringId), eq(inquiries.kind, "attendance"), eq(inquiries.state, "open")))
    .orderBy(asc(inquiries.changedAt))
    .all()
    .map(({ id, person }) => ({ id, name: staffNameOf(person) }));
}
