import type { ExportRow } from "~/hr/exports/export-row";
import type { ApiRecord } from "./api-schema";

/** What a row of an export does not say, or not as a number. Minutes are whole; instants epoch milliseconds. */
export interface RecordFacts {
  personId: string;
  minutes: number;
  approvedMinutes: number;
  designations: { code: string; minutes: number }[];
  postedAt: number;
}

/** S3: a row of an export as the API gives it: an empty cell is null, a day stays a day, and an instant is one. */
export function toRecord(row: ExportRow, facts: RecordFacts): ApiRecord {
  const {
    startDate,
    completionDate,
    record: _record,
    verifiedAt: _at,
    designations: _topics,
    elsewhere,
    ...texts
  } = row;
  const cells = Object.fromEntries(Object.entries(texts).map(([key, cell]) => [key, cell === "" ? null : cell]));
  return {
    ...(cells as Record<keyof typeof texts, string | null>),
    ...{ person: facts.personId, startDate, completionDate },
    minutesApproved: facts.approvedMinutes,
    minutesEarned: facts.minutes,
    designations: facts.designations.map(({ code, minutes }) => ({ code, minutes })),
    verifiedAt: new Date(facts.postedAt).toISOString(),
    hoursFromElsewhere: elsewhere || null,
  };
}
