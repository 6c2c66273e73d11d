import { and, asc, count, desc, eq, exists, gte, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { affiliations, persons } from "#drizzle/schema/people";
import { isCompletedWithin, isNewestVersion } from "~/credits/ledger/ledger.server";
import { type Affiliation, isConfirmed } from "~/people/affiliations/affiliation.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { RoleKind } from "~/people/roles/role";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inReading, type Reader } from "~/platform/database/database.server";
import { PAGE_SIZE } from "~/platform/http/responses.server";
import { type HrOrganisation, isWithinAffiliation } from "~/hr/hr-scope.server";
import { contains, everyWord } from "~/platform/database/contains.server";
import { countOf } from "~/platform/database/rows.server";
import type { DistrictPerson, PeopleOrder } from "./district-person";
import { BY_NAME, isNamedBy } from "~/people/persons/person-names.server";

/** Which people: who belonged to the district in a period, as it has confirmed, by name and role. */
export interface PeopleFilter {
  from: string | null;
  to: string | null;
  q: string;
  roleKind: RoleKind | null;
}

interface PeopleListing {
  sort: PeopleOrder;
  page: number;
}

/** Condition on `persons`: the people of an organisation that a filter means. */
export function wherePeople(tx: Reader, organisationId: string, filter: PeopleFilter): SQL | undefined {
  return and(
    belongsTo(tx, organisationId, filter),
    everyWord(filter.q, (word) => names(tx, organisationId, word)),
  );
}

/**
 * One page of the people who belonged to an organisation of the actor within a period, with what they completed in it
 * while they did (S1). Looking is audited (P5). The number of statements does not depend on the number of people.
 */
export function listPeople(ctx: ScopedContext, organisation: HrOrganisation, filter: PeopleFilter & PeopleListing) {
  return inReading(ctx.db, (tx) => {
    const where = wherePeople(tx, organisation.id, filter);
    const rows = selectPage(tx, organisation.id, filter, where);
    const total = countOf(tx.select({ count: count() }).from(persons).where(where));
    const personIds = rows.map((row) => row.id);
    const latest = latestAffiliations(tx, organisation.id, personIds);
    const { from, to, q, page } = filter;
    recordReading(ctx, {
      action: "hr.people-listed",
      subjectId: organisation.id,
      personIds,
      detail: { from, to, q, page },
    });
    return { total, people: rows.map((row) => describe(row, latest.get(row.id)!)) };
  });
}

const MINUTES = sql<number>`coalesce(sum(${credits.minutes}), 0)`;
const LAST = sql<string | null>`max(${credits.completedOn})`;
const ORDERS: Record<PeopleOrder, SQL[]> = { name: [], hours: [desc(MINUTES)], last: [desc(LAST)] };

function selectPage(
  tx: Reader,
  organisationId: string,
  filter: PeopleFilter & PeopleListing,
  where: SQL | undefined,
): PersonRow[] {
  return tx
    .select({
      id: persons.id,
      legalFirst: persons.legalFirst,
      legalLast: persons.legalLast,
      preferredName: persons.preferredName,
      minutes: MINUTES,
      courses: sql<number>`count(${credits.id})`,
      lastCompletedOn: LAST,
    })
    .from(persons)
    .leftJoin(
      credits,
      and(
        eq(credits.personId, persons.id),
        isCompletedWithin(filter),
        isNewestVersion,
        isWithinAffiliation([organisationId]),
      ),
    )
    .where(where)
    .groupBy(persons.id)
    .orderBy(...ORDERS[filter.sort], ...BY_NAME)
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .all();
}

function belongsTo(tx: Reader, organisationId: string, { from, to, roleKind }: PeopleFilter): SQL {
  return exists(
    tx
      .select({ one: sql`1` })
      .from(affiliations)
      .where(
        and(
          isConfirmed,
          eq(affiliations.personId, persons.id),
          eq(affiliations.organisationId, organisationId),
          to ? lte(affiliations.fromDate, to) : undefined,
          from ? or(isNull(affiliations.toDate), gte(affiliations.toDate, from)) : undefined,
          roleKind ? eq(affiliations.roleKind, roleKind) : undefined,
        ),
      ),
  );
}

/** HR sees whom it looks for by the names that they bear and bore; addresses are not its to search. */
const HR_PARTS = ["names", "former"] as const;

function names(tx: Reader, organisationId: string, word: string): SQL | undefined {
  const hasNumber = tx
    .select({ one: sql`1` })
    .from(affiliations)
    .where(
      and(
        isConfirmed,
        eq(affiliations.personId, persons.id),
        eq(affiliations.organisationId, organisationId),
        contains(affiliations.employeeId, word),
      ),
    );
  return or(isNamedBy(persons.id, word, HR_PARTS), exists(hasNumber));
}

function latestAffiliations(tx: Reader, organisationId: string, personIds: string[]): Map<string, Affiliation> {
  const rows = tx
    .select()
    .from(affiliations)
    .where(and(isConfirmed, eq(affiliations.organisationId, organisationId), inArray(affiliations.personId, personIds)))
    .orderBy(asc(affiliations.fromDate), asc(affiliations.id))
    .all();
  return new Map(rows.map((row) => [row.personId, row]));
}

interface PersonRow {
  id: string;
  legalFirst: string;
  legalLast: string;
  preferredName: string | null;
  minutes: number;
  courses: number;
  lastCompletedOn: string | null;
}

function describe(row: PersonRow, affiliation: Affiliation): DistrictPerson {
  const { legalFirst, legalLast, preferredName, ...figures } = row;
  const { employeeId, roleKind, title, fromDate, toDate } = affiliation;
  return {
    ...figures,
    name: staffNameOf({ legalFirst, legalLast, preferredName }),
    employeeId,
    roleKind,
    title,
    fromDate,
    toDate,
  };
}
