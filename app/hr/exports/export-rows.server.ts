import { setImmediate } from "node:timers/promises";
import { and, asc, eq, exists, inArray, not, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { payments } from "#drizzle/schema/billing";
import { offerings } from "#drizzle/schema/catalog";
import { credits } from "#drizzle/schema/credits";
import { hrExportLines, hrExports } from "#drizzle/schema/hr";
import { persons } from "#drizzle/schema/people";
import type { Credit } from "~/credits/ledger/credit-row.server";
import { paymentCounts } from "~/billing/fees/payment-row.server";
import { isCompletedWithin, isNewestVersion, parseCredit } from "~/credits/ledger/ledger.server";
import { legalNameOf } from "~/people/persons/name";
import type { Reader } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { logger } from "~/platform/logging/logger.server";
import { formatHours, formatQuarterCredits } from "~/platform/format";
import { REGION_TIME_ZONE, toWallTime } from "~/platform/time/time-zone";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { type DistrictFacts, loadDistrictFacts } from "./district-facts.server";
import { EXPORT_COLUMNS, type ExportRow } from "./export-row";
import { affiliatedWith, type HrOrganisation, isWithinAffiliation } from "~/hr/hr-scope.server";
import type { Person } from "~/people/persons/person.server";
import { countRows } from "~/platform/database/rows.server";
import { MOST_COUNTED } from "~/platform/lists/list-limit";
import { BY_NAME } from "~/people/persons/person-names.server";

export interface ExportFilter {
  from: string | null;
  to: string | null;
  /** S4: leave out what this organisation has had already in the same version. */
  onlyNew: boolean;
}

/** A line with the ledger row behind it. */
export interface ExportLine {
  creditId: string;
  personId: string;
  row: ExportRow;
  /** Set where the row could not be read whole: it is given out with its person's name, and stays due. */
  isFaulty?: true;
}

const registrars = alias(persons, "registrars");
const exportedVersions = alias(credits, "exported_versions");

/** So many people's lines are read at once, some tens of milliseconds' worth: pages go on in between. */
const PEOPLE_AT_ONCE = 50;

/** The lines that an export would hold now, by name and completion date, in parts of some people each. */
function* selectDueLines(db: Reader, organisation: HrOrganisation, filter: ExportFilter): Generator<ExportLine[]> {
  const personIds = db
    .select({ id: persons.id })
    .from(persons)
    .where(sql`${persons.id} in ${affiliatedWith([organisation.id])}`)
    .orderBy(...BY_NAME)
    .all()
    .map(({ id }) => id);
  const facts = loadDistrictFacts(db, organisation);
  const due = dueFor(db, organisation, filter);
  for (let at = 0; at < personIds.length; at += PEOPLE_AT_ONCE) {
    const theirs = inArray(credits.personId, personIds.slice(at, at + PEOPLE_AT_ONCE));
    yield selectLines(db, organisation, { where: and(theirs, due), facts });
  }
}

/** The lines that an export would hold now, read at once: for few. */
export const listExportLines = (db: Reader, organisation: HrOrganisation, filter: ExportFilter): ExportLine[] =>
  [...selectDueLines(db, organisation, filter)].flat();

/**
 * The same for any number: pages go on between the parts. What is posted meanwhile for somebody whose lines are read
 * already is for the next export.
 */
export async function readExportLines(
  db: Reader,
  organisation: HrOrganisation,
  filter: ExportFilter,
): Promise<ExportLine[]> {
  const lines: ExportLine[] = [];
  for (const part of selectDueLines(db, organisation, filter)) {
    lines.push(...part);
    await setImmediate();
  }
  return lines;
}

/** The lines of an export that was made, with what is known of the people today. */
export function listLinesOfExport(db: Reader, organisation: HrOrganisation, exportId: string): ExportLine[] {
  const ids = db.select({ id: hrExportLines.creditId }).from(hrExportLines).where(eq(hrExportLines.exportId, exportId));
  const facts = loadDistrictFacts(db, organisation);
  return selectLines(db, organisation, { where: inArray(credits.id, ids), facts, before: exportId });
}

/** How many lines an export would hold now, counted to `MOST_COUNTED` and one more: pages do not wait for more. */
export function countExportLines(db: Reader, organisation: HrOrganisation, filter: ExportFilter): number {
  const due = db
    .select({ id: credits.id })
    .from(credits)
    .where(dueFor(db, organisation, filter));
  return countRows(db, due.limit(MOST_COUNTED + 1));
}

function dueFor(db: Reader, organisation: HrOrganisation, filter: ExportFilter): SQL | undefined {
  return and(
    isNewestVersion,
    isCompletedWithin(filter),
    isWithinAffiliation([organisation.id]),
    filter.onlyNew ? not(wasExported(db, organisation, undefined, eq(exportedVersions.id, credits.id))) : undefined,
  );
}

/** Whether some version of a credit's claim was exported for an organisation, before a given export if there is one. */
function wasExported(db: Reader, organisation: HrOrganisation, before: string | undefined, which: SQL): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(exportedVersions)
      .innerJoin(hrExportLines, eq(hrExportLines.creditId, exportedVersions.id))
      .innerJoin(hrExports, eq(hrExports.id, hrExportLines.exportId))
      .where(
        and(
          or(eq(exportedVersions.claimId, credits.claimId), eq(exportedVersions.awardId, credits.awardId)),
          which,
          eq(hrExports.organisationId, organisation.id),
          before ? sql`${hrExports.id} < ${before}` : undefined,
        ),
      ),
  );
}

interface Selection {
  where: SQL | undefined;
  facts: DistrictFacts;
  /** The export whose lines they are, if it was made. */
  before?: string;
}

function selectLines(db: Reader, organisation: HrOrganisation, { where, facts, before }: Selection): ExportLine[] {
  const isThis = eq(exportedVersions.id, credits.id);
  const isEarlier = sql`${exportedVersions.version} < ${credits.version}`;
  const rows = db
    .select({
      credit: credits,
      person: persons,
      registrar: registrars,
      timeZone: sql<string>`coalesce(${offerings.timeZone}, ${REGION_TIME_ZONE})`,
      paidCents: sql<number | null>`(select sum(${payments.amountCents}) from ${payments}
        where ${payments.claimId} = ${credits.claimId} and ${payments.kind} <> 'waiver' and ${paymentCounts})`,
      waived: sql<number>`exists (select 1 from ${payments}
        where ${payments.claimId} = ${credits.claimId} and ${payments.kind} = 'waiver' and ${paymentCounts})`,
      hadThis: sql<number>`${wasExported(db, organisation, before, isThis)}`,
      hadEarlier: sql<number>`${wasExported(db, organisation, before, isEarlier)}`,
    })
    .from(credits)
    .innerJoin(persons, eq(persons.id, credits.personId))
    .innerJoin(registrars, eq(registrars.id, credits.postedBy))
    .leftJoin(offerings, eq(offerings.id, credits.offeringId))
    .where(where)
    .orderBy(...BY_NAME, asc(credits.completedOn), asc(credits.id))
    .all();
  return rows.map((row) => lineOf(row, facts));
}

/** One row that cannot be read never ends an export. */
function lineOf(selected: SelectedRow, facts: DistrictFacts): ExportLine {
  const { credit, person } = selected;
  try {
    return { creditId: credit.id, personId: person.id, row: describe(selected, facts) };
  } catch (error) {
    logger.error({ err: error, credit: credit.id }, "A row of an export could not be read");
    const nothing = Object.fromEntries(EXPORT_COLUMNS.map(({ key }) => [key, ""])) as unknown as ExportRow;
    const { legalLast: lastName, legalFirst: firstName } = person;
    const row = { ...nothing, districtCode: facts.code, lastName, firstName, completionDate: credit.completedOn };
    return { creditId: credit.id, personId: person.id, isFaulty: true, row: { ...row, record: "unreadable" } };
  }
}

interface SelectedRow {
  credit: Credit;
  person: Person;
  registrar: Person;
  timeZone: string;
  paidCents: number | null;
  waived: number;
  hadThis: number;
  hadEarlier: number;
}

function describe(selected: SelectedRow, facts: DistrictFacts): ExportRow {
  const { person, registrar, timeZone } = selected;
  const { snapshot, postedAt, minutes } = parseCredit(selected.credit);
  const affiliations = facts.affiliations.get(person.id) ?? [];
  const affiliation = affiliationOn(affiliations, snapshot.offering.completedOn) ?? affiliations[0];
  const code = facts.transcriptCodes.get(selected.credit.id) ?? "";
  return {
    districtCode: facts.code,
    employeeId: affiliation?.employeeId ?? "",
    lastName: person.legalLast,
    firstName: person.legalFirst,
    formerName: (facts.formerNames.get(person.id) ?? []).join("; "),
    certificateNumber: person.certificateNumber ?? "",
    courseTitle: snapshot.course.title,
    inServiceNumber: snapshot.offering.inServiceNumber,
    provider: snapshot.provider.name,
    providerApprovalYear: `${snapshot.provider.approvalYear}-${String((snapshot.provider.approvalYear + 1) % 100).padStart(2, "0")}`,
    startDate: snapshot.offering.startedOn,
    completionDate: snapshot.offering.completedOn,
    hoursApproved: plainHours(snapshot.offering.approvedMinutes),
    hoursEarned: plainHours(minutes),
    quarterCredits: formatQuarterCredits(minutes).replaceAll(",", ""),
    designations: snapshot.designations.map((each) => `${each.code} ${plainHours(each.minutes)}`).join("; "),
    paid: describePaid(selected),
    verifiedBy: legalNameOf(registrar),
    verifiedAt: toWallTime(postedAt, timeZone).replace("T", " "),
    instructor: snapshot.instructors.join("; "),
    transcriptId: code,
    verificationLink: code && `${origin}/verify/${code}`,
    record: selected.hadThis ? "unchanged" : selected.hadEarlier ? "correction" : "new",
  };
}

const plainHours = (minutes: number): string => formatHours(minutes).replaceAll(",", "");

function describePaid({ paidCents, waived }: SelectedRow): string {
  if (paidCents === null) return waived ? "waived" : "";
  return `${Math.floor(paidCents / 100)}.${String(paidCents % 100).padStart(2, "0")}`;
}
