import { and, asc, eq, getTableColumns, isNotNull, isNull, or } from "drizzle-orm";
import { accounts, affiliations, formerNames, persons } from "#drizzle/schema/people";
import type { Affiliation } from "~/people/affiliations/affiliation.server";
import { isAmong } from "~/platform/database/among.server";
import type { Reader } from "~/platform/database/database.server";
import type { BadStaffLine, StaffLine } from "~/hr/staff-lists/reading/staff-line";
import type { KnownPerson } from "./staff-match";

/** The entries of a district's people that were not disowned, whoever said so, in the order of their names. */
export const listEntries = (db: Reader, organisationId: string): Affiliation[] =>
  db
    .select(getTableColumns(affiliations))
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(and(eq(affiliations.organisationId, organisationId), isNull(affiliations.disownedAt)))
    .orderBy(asc(persons.sortName), asc(affiliations.fromDate), asc(affiliations.id))
    .all();

/**
 * Everybody whom lines can mean: the district's own people, and whoever has one of the addresses or certificate numbers
 * that the list names as a whole (P2: by a name, nobody of another district is found).
 */
export function listKnown(
  db: Reader,
  entries: readonly Affiliation[],
  lines: readonly (StaffLine | BadStaffLine)[],
): KnownPerson[] {
  const emails = lines.flatMap(({ email }) => email ?? []);
  const numbers = lines.flatMap((line) => ("certificateNumber" in line ? (line.certificateNumber ?? []) : []));
  const proved = db
    .select({ id: accounts.personId, email: accounts.email })
    .from(accounts)
    .where(and(isAmong(accounts.email, emails), isNotNull(accounts.emailVerifiedAt)))
    .all();
  const ids = [...new Set([...entries.map(({ personId }) => personId), ...proved.map(({ id }) => id)])];
  const spelled = [...numbers, ...numbers.map((number) => number.toLowerCase())];
  const rows = db
    .select()
    .from(persons)
    .where(or(isAmong(persons.id, ids), isAmong(persons.email, emails), isAmong(persons.certificateNumber, spelled)))
    .all();
  const former = Map.groupBy(
    db
      .select({ personId: formerNames.personId, name: formerNames.name })
      .from(formerNames)
      .where(
        isAmong(
          formerNames.personId,
          rows.map(({ id }) => id),
        ),
      )
      .all(),
    ({ personId }) => personId,
  );
  const addresses = Map.groupBy(proved, ({ id }) => id);
  return rows.map((person) => ({
    id: person.id,
    first: person.legalFirst,
    last: person.legalLast,
    otherNames: [person.preferredName ?? "", ...(former.get(person.id) ?? []).map(({ name }) => name)].filter(Boolean),
    emails: [person.email ?? "", ...(addresses.get(person.id) ?? []).map(({ email }) => email)].filter(Boolean),
    certificateNumber: person.certificateNumber,
  }));
}
