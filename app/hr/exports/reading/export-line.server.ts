import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { payments } from "#drizzle/schema/billing";
import { offerings } from "#drizzle/schema/catalog";
import { credits } from "#drizzle/schema/credits";
import { hrExportLines, hrExports } from "#drizzle/schema/hr";
import { persons } from "#drizzle/schema/people";
import { paymentCounts } from "~/billing/fees/payment-row.server";
import { BY_NAME } from "~/people/persons/person-names.server";
import type { Reader } from "~/platform/database/database.server";
import { logger } from "~/platform/logging/logger.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { EXPORT_COLUMNS, type ExportRecord, type ExportRow } from "~/hr/exports/export-row";
import type { HrOrganisation } from "~/hr/hr-scope.server";
import { describeLine, type SelectedCredit } from "./describe-line.server";
import type { DistrictFacts } from "./district-facts.server";

/** A line with the ledger row behind it. */
export interface ExportLine {
  creditId: string;
  personId: string;
  row: ExportRow;
  /** Set where the row could not be read whole: it is given out with its person's name, and stays due. */
  isFaulty?: true;
}

const registrars = alias(persons, "registrars");
const EXPORTED = "exported_versions";
export const exportedVersions = alias(credits, EXPORTED);

/**
 * What is said by the last line of a claim or award in an organisation's exports; null where there is none. Asked in this order,
 * from the few versions of one credit: from an organisation's exports it would be from all their lines each time.
 * @param says of `exportedVersions` and `hrExportLines`
 * @param of a condition that `exportedVersions` are versions of what is asked about
 * @param before the export whose lines they are, if it was made
 */
export const lastExported = (
  { id }: HrOrganisation,
  { says, of, before }: { says: SQL; of: SQL; before?: string },
): SQL =>
  sql`(
    select ${says} from ${credits} as ${sql.identifier(EXPORTED)}
    cross join ${hrExportLines} on ${hrExportLines.creditId} = ${exportedVersions.id}
    cross join ${hrExports} on ${hrExports.id} = ${hrExportLines.exportId}
    where ${of} and ${hrExports.organisationId} = ${id} ${before ? sql`and ${hrExports.id} < ${before}` : sql``}
    order by ${hrExports.id} desc limit 1)`;

/**
 * Of `credits`, the version that an organisation has by its exports; null where it has none, because none was exported or because the
 * hours were withdrawn since.
 */
export const versionHad = (organisation: HrOrganisation, before?: string): SQL<number | null> =>
  lastExported(organisation, {
    says: sql`iif(${hrExportLines.withdrawn}, null, ${exportedVersions.version})`,
    of: sql`(${exportedVersions.claimId} = ${credits.claimId} or ${exportedVersions.awardId} = ${credits.awardId})`,
    before,
  }) as SQL<number | null>;

interface Selection {
  where: SQL | undefined;
  facts: DistrictFacts;
  /** The export whose lines they are, if it was made. */
  before?: string;
  /** What they are, where that is known. */
  record?: ExportRecord;
}

/** The lines of some credits, by name and completion date. */
export function selectLines(
  db: Reader,
  organisation: HrOrganisation,
  { where, facts, before, record }: Selection,
): ExportLine[] {
  const rows = db
    .select({ ...SELECTED, had: versionHad(organisation, before) })
    .from(credits)
    .innerJoin(persons, eq(persons.id, credits.personId))
    .innerJoin(registrars, eq(registrars.id, credits.postedBy))
    .leftJoin(offerings, eq(offerings.id, credits.offeringId))
    .where(where)
    .orderBy(...BY_NAME, asc(credits.completedOn), asc(credits.id))
    .all();
  return rows.map((row) => lineOf(row, facts, record ?? recordOf(row.credit.version, row.had)));
}

function recordOf(version: number, had: number | null): ExportRecord {
  if (had === null) return "new";
  return had === version ? "unchanged" : "correction";
}

const SELECTED = {
  credit: credits,
  person: persons,
  registrar: registrars,
  timeZone: sql<string>`coalesce(${offerings.timeZone}, ${REGION_TIME_ZONE})`,
  paidCents: sql<number | null>`(select sum(${payments.amountCents}) from ${payments}
    where ${payments.claimId} = ${credits.claimId} and ${payments.kind} <> 'waiver' and ${paymentCounts})`,
  waived: sql<number>`exists (select 1 from ${payments}
    where ${payments.claimId} = ${credits.claimId} and ${payments.kind} = 'waiver' and ${paymentCounts})`,
};

/**
 * S4: lines with, right before each correction, the version that the organisation has of it: an old and a new line. One statement
 * for all, and none where nothing was corrected.
 */
export function withReplaced(
  db: Reader,
  organisation: HrOrganisation,
  lines: readonly ExportLine[],
  facts: DistrictFacts,
): ExportLine[] {
  const corrections = lines.filter(({ row }) => row.record === "correction").map(({ creditId }) => creditId);
  if (corrections.length === 0) return [...lines];
  const newer = alias(credits, "newer");
  const rows = db
    .selectDistinct({ ...SELECTED, newerId: newer.id })
    .from(newer)
    .innerJoin(credits, or(eq(credits.claimId, newer.claimId), eq(credits.awardId, newer.awardId)))
    .innerJoin(hrExportLines, eq(hrExportLines.creditId, credits.id))
    .innerJoin(hrExports, eq(hrExports.id, hrExportLines.exportId))
    .innerJoin(persons, eq(persons.id, credits.personId))
    .innerJoin(registrars, eq(registrars.id, credits.postedBy))
    .leftJoin(offerings, eq(offerings.id, credits.offeringId))
    .where(and(inArray(newer.id, corrections), eq(hrExports.organisationId, organisation.id)))
    .orderBy(desc(credits.version))
    .all();
  const newest = new Map(rows.toReversed().map((row) => [row.newerId, row]));
  return lines.flatMap((line) => {
    const had = newest.get(line.creditId);
    return had ? [lineOf(had, facts, "replaced"), line] : [line];
  });
}

/** One row that cannot be read never ends an export. */
function lineOf(selected: SelectedCredit, facts: DistrictFacts, record: ExportRecord): ExportLine {
  const { credit, person } = selected;
  const known = { creditId: credit.id, personId: person.id };
  try {
    return { ...known, row: describeLine(selected, facts, record) };
  } catch (error) {
    logger.error({ err: error, credit: credit.id }, "A row of an export could not be read");
    const nothing = Object.fromEntries(EXPORT_COLUMNS.map(({ key }) => [key, ""])) as unknown as ExportRow;
    const { legalLast: lastName, legalFirst: firstName } = person;
    const row = { ...nothing, districtCode: facts.code, lastName, firstName, completionDate: credit.completedOn };
    return { ...known, isFaulty: true, row: { ...row, record: "unreadable" } };
  }
}
