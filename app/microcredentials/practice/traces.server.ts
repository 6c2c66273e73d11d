import { eq } from "drizzle-orm";
import { affiliations, formerNames, organisations, persons } from "#drizzle/schema/people";
import type { Reader } from "~/platform/database/database.server";
import type { Traces } from "./anonymous";

/** What would give somebody away in a text: every name that they have or had, wherever they worked, and their address. */
export function tracesOf(db: Reader, personId: string): Traces {
  const person = db.select().from(persons).where(eq(persons.id, personId)).get();
  const former = db.select().from(formerNames).where(eq(formerNames.personId, personId)).all();
  const places = db
    .select({ organisation: organisations.name, building: affiliations.building })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(eq(affiliations.personId, personId))
    .all();
  const named = person ? [person.legalFirst, person.legalLast, person.preferredName ?? ""] : [];
  return {
    names: [...named, ...former.map(({ name }) => name)].filter((name) => name !== ""),
    places: places
      .flatMap(({ organisation, building }) => [organisation, building ?? ""])
      .filter((name) => name !== ""),
    emails: person?.email ? [person.email] : [],
  };
}
