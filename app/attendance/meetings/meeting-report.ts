import { readReportIn } from "./report-reading";
import type { DateOrder } from "./report-times";

/** One person of a report: one per address, or per name where there is none. */
export interface ReportedPerson {
  /** As their first row has it. */
  name: string;
  /** Lower case. */
  email: string | null;
  /** When they came and went, epoch milliseconds, by start and not merged. */
  joins: { from: number; to: number }[];
  /** Where the form has totals, or one span with a duration: then not more than that counts, whatever the joins say. */
  totalMinutes: number | null;
  /** The physical lines of their rows, from 1. */
  lines: number[];
}

export type MeetingReport =
  | {
      ok: true;
      from: "zoom" | "teams" | "google-meet";
      dateOrder: DateOrder | "none";
      /** In the order of their first line. */
      people: ReportedPerson[];
      badLines: { line: number; cell: string }[];
    }
  | { ok: false; reason: "empty" | "too-long" | "unreadable" | "not-a-report" | "other-day" };

/** When and where a session is held; its zone's clock is the report's. */
export interface ReportedSession {
  /** Plain date. */
  date: string;
  timeZone: string;
}

/**
 * Reads the attendance report of an online meeting: docs/rules/attendance.md.
 * @throws RangeError when the session's date or zone does not exist
 */
export function readMeetingReport(bytes: Uint8Array, session: ReportedSession): MeetingReport {
  return readReportIn(bytes, session, null);
}
