import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { affiliations, formerNames, persons } from "#drizzle/schema/people";
import { affiliatedWith, type HrOrganisation } from "~/hr/hr-scope.server";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import { listFormerNameRows } from "~/people/names/former-name.server";
import type { Reader } from "~/platform/database/database.server";

/** The people who belong or belonged to a district, as it has confirmed, each with their time with it alone (S1); by their ids. */
export function readPeople(
  db: Reader,
  organisation: HrOrganisation,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const theirs = sql`${persons.id} in ${affiliatedWith([organisation.id])}`;
  const found = db
    .select()
    .from(persons)
    .where(and(theirs, after === undefined ? undefined : gt(persons.id, after)))
    .orderBy(asc(persons.id))
    .limit(limit + 1)
    .all();
  const people = found.slice(0, limit);
  const personIds = people.map(({ id }) => id);
  const times = Map.groupBy(readTimes(db, organisation.id, personIds), ({ personId }) => personId);
  const names = Map.groupBy(
    listFormerNameRows(db, inArray(formerNames.personId, personIds)),
    ({ personId }) => personId,
  );
  const data = people.map(({ id, legalLast, legalFirst, certificateNumber }) => ({
    ...{ id, lastName: legalLast, firstName: legalFirst, certificateNumber },
    formerNames: (names.get(id) ?? []).map(({ name }) => name),
    affiliations: (times.get(id) ?? []).map(({ personId: _personId, ...time }) => time),
  }));
  return { data, next: found.length > limit ? personIds.at(-1)! : null, personIds };
}

const readTimes = (db: Reader, organisationId: string, personIds: readonly string[]) =>
  db
    .select({
      personId: affiliations.personId,
      employeeId: affiliations.employeeId,
      roleKind: affiliations.roleKind,
      title: affiliations.title,
      building: affiliations.building,
      from: affiliations.fromDate,
      to: affiliations.toDate,
    })
    .from(affiliations)
    .where(
      and(isConfirmed, eq(affiliations.organisationId, organisationId), inArray(affiliations.personId, [...personIds])),
    )
    .orderBy(desc(affiliations.fromDate), desc(affiliations.id))
    .all();
