import { type MeetingReport, type ReportedSession } from "./meeting-report";
import { readReportIn } from "./report-reading";
import type { DateOrder } from "./report-times";

/** What is to be read, and how, where somebody said so. */
export interface ReportToRead {
  bytes: Uint8Array;
  session: ReportedSession;
  order: DateOrder | null;
}

/** Reads a report in a process of its own. */
export default function readReport({ bytes, session, order }: ReportToRead): MeetingReport {
  return readReportIn(bytes, session, order);
}
