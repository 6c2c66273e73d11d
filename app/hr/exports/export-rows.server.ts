import { and, eq, exists, inArray, or, type SQL, sql } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { hrExportLines } from "#drizzle/schema/hr";
import { persons } from "#drizzle/schema/people";
import { isCompletedWithin, isNewestVersion } from "~/credits/ledger/ledger.server";
import { affiliatedWith, type HrOrganisation, isSeenBy } from "~/hr/hr-scope.server";
import { BY_NAME } from "~/people/persons/person-names.server";
import type { Reader } from "~/platform/database/database.server";
import { countRows } from "~/platform/database/rows.server";
import { MOST_COUNTED } from "~/platform/lists/list-limit";
import { loadDistrictFacts } from "./reading/district-facts.server";
import { type ExportLine, selectLines, versionHad, withReplaced } from "./reading/export-line.server";
import { isToWithdraw } from "./reading/withdrawn.server";

export interface ExportFilter {
  from: string | null;
  to: string | null;
  /** S4: leave out what this organisation has had already in the same version. */
  onlyNew: boolean;
  /** These people alone; everybody of the organisation where it says nothing. */
  personIds?: readonly string[] | null;
}

/** So many people's lines are read at once, some tens of milliseconds' worth, and so many are in memory. */
export const PEOPLE_AT_ONCE = 50;

/** The people who belong or belonged to an organisation, as it has confirmed, by name; of those who were chosen, if any were. */
export function listExportPeople(db: Reader, organisation: HrOrganisation, { personIds }: ExportFilter): string[] {
  const chosen = personIds ? inArray(persons.id, [...personIds]) : undefined;
  return db
    .select({ id: persons.id })
    .from(persons)
    .where(and(sql`${persons.id} in ${affiliatedWith([organisation.id])}`, chosen))
    .orderBy(...BY_NAME)
    .all()
    .map(({ id }) => id);
}

/** Those of them who have anything that is due, by name. */
export function listDuePeople(db: Reader, organisation: HrOrganisation, filter: ExportFilter): string[] {
  const any = db
    .select({ one: sql`1` })
    .from(credits)
    .where(and(eq(credits.personId, persons.id), dueFor(organisation, filter)));
  const isDue = and(sql`${persons.id} in ${affiliatedWith([organisation.id])}`, exists(any));
  const withdrawn = db.select({ id: credits.personId }).from(credits).where(withdrawnFor(organisation, filter));
  return db
    .select({ id: persons.id })
    .from(persons)
    .where(filter.onlyNew ? or(isDue, inArray(persons.id, withdrawn)) : isDue)
    .orderBy(...BY_NAME)
    .all()
    .map(({ id }) => id);
}

/**
 * The lines of an export for some people, who stand by name, and by completion date; of what is new, what was withdrawn before
 * what came, and corrections as an old and a new line (S4).
 */
export function listLinesOf(
  db: Reader,
  organisation: HrOrganisation,
  filter: ExportFilter,
  personIds: readonly string[],
): ExportLine[] {
  const facts = loadDistrictFacts(db, organisation, personIds);
  const where = and(inArray(credits.personId, [...personIds]), dueFor(organisation, filter));
  const lines = selectLines(db, organisation, { where, facts });
  if (!filter.onlyNew) return lines;
  const gone = and(inArray(credits.personId, [...personIds]), withdrawnFor(organisation, filter));
  const withdrawn = selectLines(db, organisation, { where: gone, facts, record: "withdrawn" });
  const all = [...withdrawn, ...withReplaced(db, organisation, lines, facts)];
  const place = new Map(personIds.map((id, index) => [id, index]));
  return all.toSorted((a, b) => place.get(a.personId)! - place.get(b.personId)!);
}

/** The lines of an export of earlier times, which has no file, with what is known of the people today. */
export function listLinesOfExport(db: Reader, organisation: HrOrganisation, exportId: string): ExportLine[] {
  const ids = db.select({ id: hrExportLines.creditId }).from(hrExportLines).where(eq(hrExportLines.exportId, exportId));
  const personIds = db.selectDistinct({ id: credits.personId }).from(credits).where(inArray(credits.id, ids)).all();
  const facts = loadDistrictFacts(
    db,
    organisation,
    personIds.map(({ id }) => id),
  );
  return selectLines(db, organisation, { where: inArray(credits.id, ids), facts, before: exportId });
}

/** How many lines an export would hold now, counted to `MOST_COUNTED` and one more: pages do not wait for more. */
export function countExportLines(db: Reader, organisation: HrOrganisation, filter: ExportFilter): number {
  const count = (which: SQL | undefined) =>
    countRows(
      db,
      db
        .select({ id: credits.id })
        .from(credits)
        .where(which)
        .limit(MOST_COUNTED + 1),
    );
  // Found before their credits, as in `isSeenOfPeople`.
  const theirs = filter.personIds ? undefined : sql`${credits.personId} in ${affiliatedWith([organisation.id])}`;
  return (
    count(and(theirs, dueFor(organisation, filter))) + (filter.onlyNew ? count(withdrawnFor(organisation, filter)) : 0)
  );
}

const isAsked = ({ personIds, ...dates }: ExportFilter): SQL | undefined =>
  and(personIds ? inArray(credits.personId, [...personIds]) : undefined, isCompletedWithin(dates));

const withdrawnFor = (organisation: HrOrganisation, filter: ExportFilter): SQL | undefined =>
  and(isAsked(filter), isToWithdraw(organisation));

function dueFor(organisation: HrOrganisation, filter: ExportFilter): SQL | undefined {
  return and(
    isNewestVersion,
    isAsked(filter),
    isSeenBy([organisation.id]),
    filter.onlyNew ? sql`${versionHad(organisation)} is not ${credits.version}` : undefined,
  );
}
