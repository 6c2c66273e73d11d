import { and, asc, count, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { affiliations, persons } from "#drizzle/schema/people";
import { readPeopleChoice } from "~/hr/archives/archive-choice.server";
import type { Affiliation } from "~/people/affiliations/affiliation.server";
import { staffNameOf } from "~/people/persons/name";
import { NAMED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { ROLE_KIND_LABELS, type RoleKind } from "~/people/roles/role";
import { recordReading } from "~/platform/audit/reading-log.server";
import { isAmong } from "~/platform/database/among.server";
import type { Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { formatHours } from "~/platform/format";
import { type ListQuery, type ListSource, readPage } from "~/platform/lists/list-query.server";
import { readListState } from "~/platform/lists/list-shape";
import { type DistrictPerson, MAIL_WORDS } from "./district-person";
import { partOn } from "./as-of.server";
import { countBelow } from "./people-below.server";
import { EVERYBODY, isNarrowed, NO_BUILDING, type PeopleFilter } from "./people-filter";
import { countWaiting } from "./people-waiting.server";
import { countPeople, countsIn, isMeant, isUnreached, wherePeople, wherePeopleByName } from "./people.server";
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
  // They are asked of the very affiliation and period, so that all filters stand in this condition.
  const { columns, sort } = readListState(PEOPLE_LIST, search);
  const theirs = period.problem ? sql`0` : wherePeople(ctx.db, organisation.id, filter);
  const isEverybody = !period.problem && !isNarrowed(filter);
  const byName = isEverybody ? wherePeopleByName(ctx.db, organisation.id, filter) : theirs;
  return {
    shape: PEOPLE_LIST,
    tie: persons.id,
    order: { name: [persons.sortName], hours: [MINUTES], courses: [COURSES], last: [LAST] },
    where: Object.fromEntries(PEOPLE_LIST.filters.map(({ name }) => [name, () => undefined])),
    count: (where) =>
      isEverybody
        ? countPeople(ctx.db, organisation.id, filter)
        : countOf(ctx.db.select({ count: count() }).from(persons).where(and(theirs, where))),
    read: ({ where, orderBy, limit, offset }) => {
      const page = { where: and(theirs, where), orderBy, limit, offset };
      // What they completed is reckoned for those on the page alone, unless all are in its order.
      const onPage = () => isOnPage(ctx.db, { ...page, where: and(byName, where) });
      const found = sort.key === "name" ? { ...page, where: onPage(), offset: 0 } : page;
      const rows = readPage((where) => selectPeople(ctx.db, countsIn(organisation.id, filter), where), found);
      const personIds = rows.map((row) => row.id);
      const latest = latestAffiliations(ctx.db, organisation.id, personIds, filter);
      const more = readMore(ctx.db, organisation.id, filter, personIds, columns);
      const { from, to, q, on } = filter;
      recordReading(ctx, {
        action: "hr.people-listed",
        subjectId: organisation.id,
        personIds,
        detail: { from, to, on, q, offset },
      });
      return rows.map((row) => ({ ...describe(row, latest.get(row.id)!), ...more(row.id) }));
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
      kind: (row) => ROLE_KIND_LABELS[row.roleKind],
      title: (row) => row.title,
      mail: (row) => row.mail && MAIL_WORDS[row.mail],
      claim: (row) => row.toClaim,
      post: (row) => row.toPost,
      below: (row) => row.below,
    },
  };
}

function isOnPage(db: Reader, page: ListQuery): SQL {
  const rows = readPage((where) => db.select({ id: persons.id }).from(persons).where(where), page);
  return isAmong(
    persons.id,
    rows.map(({ id }) => id),
  );
}

function selectPeople(db: Reader, counted: SQL | undefined, where: SQL | undefined) {
  return db
    .select({
      ...NAMED,
      minutes: MINUTES,
      courses: COURSES,
      lastCompletedOn: LAST,
      mail: sql<DistrictPerson["mail"]>`case when ${isUnreached("none")} then 'none'
        when ${isUnreached("returned")} then 'returned' end`,
    })
    .from(persons)
    .leftJoin(credits, counted)
    .where(where)
    .groupBy(persons.id);
}

/** Where columns ask for them, what waits of each person's hours, and what falls short of a minimum; one statement or three for all. */
function readMore(
  db: Reader,
  organisationId: string,
  filter: PeopleFilter,
  personIds: readonly string[],
  columns: readonly string[],
): (personId: string) => Pick<DistrictPerson, "toClaim" | "toPost" | "below"> {
  const isAsked = columns.includes("claim") || columns.includes("post");
  const waiting = isAsked ? countWaiting(db, organisationId, filter, personIds) : null;
  const below = columns.includes("below") ? countBelow(db, organisationId, filter, personIds) : null;
  return (id) => ({ ...(waiting?.get(id) ?? { toClaim: 0, toPost: 0 }), below: below?.get(id) ?? 0 });
}

/** The schools of the people of an organisation who are meant, by name, as choices. */
export function listBuildings(db: Reader, organisationId: string, filter: PeopleFilter) {
  const names = db
    .selectDistinct({ name: partOn("building", filter.on) })
    .from(affiliations)
    .where(isMeant(organisationId, filter))
    .all()
    .map(({ name }) => name);
  const named = names.filter((name) => name !== null).sort();
  const none = names.includes(null) ? [{ value: NO_BUILDING, label: "No school on file" }] : [];
  return [...named.map((name) => ({ value: name, label: name })), ...none];
}

/** Of those with an organisation that are meant, each person's latest. */
function latestAffiliations(
  db: Reader,
  organisationId: string,
  personIds: string[],
  meant: Pick<PeopleFilter, "from" | "to" | "on">,
): Map<string, Affiliation> {
  const { on } = meant;
  const rows = db
    .select({
      ...getTableColumns(affiliations),
      roleKind: partOn("roleKind", on) as SQL<RoleKind>,
      title: partOn("title", on),
      employeeId: partOn("employeeId", on),
      building: partOn("building", on),
    })
    .from(affiliations)
    .where(and(isMeant(organisationId, meant), inArray(affiliations.personId, personIds)))
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
  new Map(
    [...latestAffiliations(db, organisationId, personIds, EVERYBODY)].map(([id, { employeeId }]) => [id, employeeId]),
  );

type PersonRow = ReturnType<ReturnType<typeof selectPeople>["all"]>[number];

function describe(row: PersonRow, affiliation: Affiliation): Omit<DistrictPerson, "toClaim" | "toPost" | "below"> {
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
