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
import { formatHours, formatQuarterCredits } from "~/platform/format";
import { REGION_TIME_ZONE, toWallTime } from "~/platform/time/time-zone";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { type DistrictFacts, loadDistrictFacts } from "./district-facts.server";
import type { ExportRow } from "./export-row";
import { type HrOrganisation, isWithinAffiliation } from "~/hr/hr-scope.server";
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
}

const registrars = alias(persons, "registrars");
const exportedVersions = alias(credits, "exported_versions");

/** The lines that an export would hold now, by name and completion date. A fixed number of statements. */
export function listExportLines(db: Reader, organisation: HrOrganisation, filter: ExportFilter): ExportLine[] {
  return selectLines(db, organisation, dueFor(db, organisation, filter), undefined);
}

/** The lines of an export that was made, with what is known of the people today. */
export function listLinesOfExport(db: Reader, organisation: HrOrganisation, exportId: string): ExportLine[] {
  const ids = db.select({ id: hrExportLines.creditId }).from(hrExportLines).where(eq(hrExportLines.exportId, exportId));
  return selectLines(db, organisation, inArray(credits.id, ids), exportId);
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

function selectLines(db: Reader, organisation: HrOrganisation, where: SQL | undefined, before: string | undefined) {
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
  const facts = loadDistrictFacts(db, organisation);
  return rows.map((row) => ({ creditId: row.credit.id, personId: row.person.id, row: describe(row, facts) }));
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
