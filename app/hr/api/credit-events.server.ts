import { and, asc, eq, gt, inArray, max, type SQL, sql } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { creditEvents } from "#drizzle/schema/staff/hr-api";
import { parseCredit } from "~/credits/ledger/ledger.server";
import { loadDistrictFacts } from "~/hr/exports/reading/district-facts.server";
import { selectLines } from "~/hr/exports/reading/export-line.server";
import { type HrOrganisation, isSeenBy } from "~/hr/hr-scope.server";
import type { Reader } from "~/platform/database/database.server";
import { toRecord } from "./api-record";
import type { ApiEvent, ApiRecord } from "./api-schema";

/** Events of one district, and everybody whom they name. */
export interface EventPage {
  data: ApiEvent[];
  /** The number of the last event, or what was asked for where nothing came after it. */
  next: number;
  more: boolean;
  personIds: string[];
}

/** The number of a district's last event; 0 where it has none. */
export const lastEventOf = (db: Reader, organisationId: string): number =>
  db
    .select({ last: max(creditEvents.sequence) })
    .from(creditEvents)
    .where(eq(creditEvents.organisationId, organisationId))
    .get()?.last ?? 0;

/**
 * What became of a district's credits after an event, in order (S1, S4). Versions are given as an export would give them now;
 * of hours that the district does not see any more, nothing is given but that they are withdrawn.
 */
export function readEvents(
  db: Reader,
  organisation: HrOrganisation,
  { since, limit }: { since: number; limit: number },
): EventPage {
  const found = selectEvents(db, organisation.id, { since, limit: limit + 1 });
  const events = found.slice(0, limit);
  const records = readRecords(
    db,
    organisation,
    events.flatMap(({ creditId, replacedId }) => [creditId, replacedId ?? []].flat()),
  );
  const recordOf = (creditId: string | null): ApiRecord | null => records.get(creditId ?? "")?.record ?? null;
  return {
    data: events.map(({ sequence, type, subjectId, creditId, version, replacedId }) => ({
      ...{ cursor: String(sequence), type, credit: subjectId, version },
      record: type === "withdrawn" ? null : recordOf(creditId),
      replaced: type === "corrected" ? recordOf(replacedId) : null,
      unreadable: type !== "withdrawn" && records.get(creditId)?.record === null,
    })),
    next: events.at(-1)?.sequence ?? since,
    more: found.length > limit,
    personIds: [...new Set([...records.values()].map(({ personId }) => personId))],
  };
}

/** Each with the version that the district was told before it. */
function selectEvents(db: Reader, organisationId: string, { since, limit }: { since: number; limit: number }) {
  return db
    .select({
      sequence: creditEvents.sequence,
      type: creditEvents.type,
      subjectId: creditEvents.subjectId,
      creditId: creditEvents.creditId,
      version: credits.version,
      replacedId: sql<string | null>`(select earlier.credit_id from ${creditEvents} as earlier
        where earlier.subject_id = ${creditEvents.subjectId} and earlier.organisation_id = ${creditEvents.organisationId}
        and earlier.sequence < ${creditEvents.sequence} order by earlier.sequence desc limit 1)`,
    })
    .from(creditEvents)
    .innerJoin(credits, eq(credits.id, creditEvents.creditId))
    .where(and(eq(creditEvents.organisationId, organisationId), gt(creditEvents.sequence, since)))
    .orderBy(asc(creditEvents.sequence))
    .limit(limit)
    .all();
}

/** A version, and whose it is; null where it cannot be read. */
interface Given {
  personId: string;
  record: ApiRecord | null;
}

/** Condition on `credits`: the last that the district was told of the hours is not that they are withdrawn. */
const isStillTold = (organisationId: string): SQL =>
  sql`(select last.type from ${creditEvents} as last
    where last.subject_id = coalesce(${credits.claimId}, ${credits.awardId}) and last.organisation_id = ${organisationId}
    order by last.sequence desc limit 1) <> 'withdrawn'`;

/** The lines of some versions that the district sees today (S1), by their ids; null where one cannot be read. */
function readRecords(db: Reader, organisation: HrOrganisation, creditIds: readonly string[]): Map<string, Given> {
  const mine = and(
    inArray(credits.id, [...new Set(creditIds)]),
    isSeenBy([organisation.id]),
    isStillTold(organisation.id),
  );
  const rows = new Map(
    db
      .select()
      .from(credits)
      .where(mine)
      .all()
      .map((row) => [row.id, row]),
  );
  const facts = loadDistrictFacts(db, organisation, [...new Set([...rows.values()].map(({ personId }) => personId))]);
  const lines = selectLines(db, organisation, { where: inArray(credits.id, [...rows.keys()]), facts });
  return new Map(
    lines.map(({ creditId, personId, isFaulty, row }): [string, Given] => {
      if (isFaulty) return [creditId, { personId, record: null }];
      const { snapshot, minutes, postedAt } = parseCredit(rows.get(creditId)!);
      const { designations, offering } = snapshot;
      const more = { personId, minutes, postedAt, designations, approvedMinutes: offering.approvedMinutes };
      return [creditId, { personId, record: toRecord(row, more) }];
    }),
  );
}
