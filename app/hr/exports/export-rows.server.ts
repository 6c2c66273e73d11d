import { and, eq, exists, inArray, not, type SQL, sql } from "drizzle-orm";
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
import { type ExportLine, selectLines, THIS_VERSION, wasExported, withReplaced } from "./reading/export-line.server";

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
  return db
    .select({ id: persons.id })
    .from(persons)
    .where(and(sql`${persons.id} in ${affiliatedWith([organisation.id])}`, exists(any)))
    .orderBy(...BY_NAME)
    .all()
    .map(({ id }) => id);
}

/** The lines of an export for some people, by name and completion date; of what is new, corrections as an old and a new line (S4). */
export function listLinesOf(
  db: Reader,
  organisation: HrOrganisation,
  filter: ExportFilter,
  personIds: readonly string[],
): ExportLine[] {
  const facts = loadDistrictFacts(db, organisation, personIds);
  const where = and(inArray(credits.personId, [...personIds]), dueFor(organisation, filter));
  const lines = selectLines(db, organisation, { where, facts });
  return filter.onlyNew ? withReplaced(db, organisation, lines, facts) : lines;
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
  const due = db.select({ id: credits.id }).from(credits).where(dueFor(organisation, filter));
  return countRows(db, due.limit(MOST_COUNTED + 1));
}

function dueFor(organisation: HrOrganisation, filter: ExportFilter): SQL | undefined {
  return and(
    isNewestVersion,
    filter.personIds ? inArray(credits.personId, [...filter.personIds]) : undefined,
    isCompletedWithin(filter),
    isSeenBy([organisation.id]),
    filter.onlyNew ? not(wasExported(organisation, undefined, THIS_VERSION)) : undefined,
  );
}
