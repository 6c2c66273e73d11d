import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { affiliations, persons } from "#drizzle/schema/people";
import { readPeopleChoice } from "~/hr/archives/archive-choice.server";
import { type Affiliation, isConfirmed } from "~/people/affiliations/affiliation.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { ROLE_KIND_LABELS } from "~/people/roles/role";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { formatHours } from "~/platform/format";
import type { ListSource } from "~/platform/lists/list-query.server";
import type { DistrictPerson } from "./district-person";
import { countsIn, wherePeople } from "./people.server";
import { PEOPLE_LIST } from "./people-list";

const MINUTES = sql<number>`coalesce(sum(${credits.minutes}), 0)`;
const COURSES = sql<number>`count(${credits.id})`;
const LAST = sql<string | null>`max(${credits.completedOn})`;

/**
 * The people who belonged to the organisation of the actor that an address names within its period, with what they
 * completed in it while they did (S1). Looking is audited (P5).
 */
export function peopleSource(ctx: ScopedContext, search: URLSearchParams): ListSource<DistrictPerson> {
  const { organisation, period, filter } = readPeopleChoice(ctx, search);
  // Role and hours are asked of the very affiliation and period, so that the filters stand in this condition.
  const theirs = period.problem ? sql`0` : wherePeople(ctx.db, organisation.id, filter);
  return {
    shape: PEOPLE_LIST,
    tie: persons.id,
    order: { name: [persons.sortName], hours: [MINUTES], courses: [COURSES], last: [LAST] },
    where: { q: () => undefined, role: () => undefined, hours: () => undefined },
    count: (where) => countOf(ctx.db.select({ count: count() }).from(persons).where(and(theirs, where))),
    read: ({ where, orderBy, limit, offset }) => {
      const rows = selectPeople(ctx.db, countsIn(organisation.id, filter), and(theirs, where))
        .orderBy(...orderBy)
        .limit(limit)
        .offset(offset)
        .all();
      const personIds = rows.map((row) => row.id);
      const latest = latestAffiliations(ctx.db, organisation.id, personIds);
      const { from, to, q } = filter;
      recordReading(ctx, {
        action: "hr.people-listed",
        subjectId: organisation.id,
        personIds,
        detail: { from, to, q, offset },
      });
      return rows.map((row) => describe(row, latest.get(row.id)!));
    },
    cells: {
      name: (row) => row.name,
      employee: (row) => row.employeeId,
      role: (row) => row.title || ROLE_KIND_LABELS[row.roleKind],
      hours: (row) => formatHours(row.minutes),
      courses: (row) => row.courses,
      last: (row) => row.lastCompletedOn,
      school: (row) => row.building,
      since: (row) => row.fromDate,
      until: (row) => row.toDate,
    },
  };
}

function selectPeople(db: Reader, counted: SQL | undefined, where: SQL | undefined) {
  return db
    .select({
      id: persons.id,
      legalFirst: persons.legalFirst,
      legalLast: persons.legalLast,
      preferredName: persons.preferredName,
      minutes: MINUTES,
      courses: COURSES,
      lastCompletedOn: LAST,
    })
    .from(persons)
    .leftJoin(credits, counted)
    .where(where)
    .groupBy(persons.id);
}

function latestAffiliations(db: Reader, organisationId: string, personIds: string[]): Map<string, Affiliation> {
  const rows = db
    .select()
    .from(affiliations)
    .where(and(isConfirmed, eq(affiliations.organisationId, organisationId), inArray(affiliations.personId, personIds)))
    .orderBy(asc(affiliations.fromDate), asc(affiliations.id))
    .all();
  return new Map(rows.map((row) => [row.personId, row]));
}

/** The employee ID that each of some people has, or had last, at an organisation; by person. */
export const listLatestEmployeeIds = (
  db: Reader,
  organisationId: string,
  personIds: string[],
): Map<string, string | null> =>
  new Map([...latestAffiliations(db, organisationId, personIds)].map(([id, { employeeId }]) => [id, employeeId]));

type PersonRow = ReturnType<ReturnType<typeof selectPeople>["all"]>[number];

function describe(row: PersonRow, affiliation: Affiliation): DistrictPerson {
  const { legalFirst, legalLast, preferredName, ...figures } = row;
  const { employeeId, roleKind, title, building, fromDate, toDate } = affiliation;
  return {
    ...figures,
    name: staffNameOf({ legalFirst, legalLast, preferredName }),
    employeeId,
    roleKind,
    title,
    building,
    fromDate,
    toDate,
  };
}
