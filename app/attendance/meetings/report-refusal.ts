import type { MeetingReport } from "./meeting-report";

/** Why a report was not taken, or nothing came of it. */
export type ReportRefusal =
  | Extract<MeetingReport, { ok: false }>["reason"]
  | "not-begun"
  | "no-file"
  | "too-large"
  | "same-file"
  | "nobody-known"
  | "outside-session"
  | "nothing-to-do"
  | "nobody-ticked"
  | "unknown-report"
  | "unknown-person";

/** Each refusal in one sentence. */
export const REPORT_REFUSALS: Record<ReportRefusal, string> = {
  "not-begun": "This session has not begun, so no report can be of it. Is it the report of another session?",
  "no-file": "Choose a file.",
  "too-large": "A file may have 5 MB at most.",
  empty: "There is nothing in this file.",
  "too-long": "This file has more than 50,000 lines.",
  unreadable:
    "This file cannot be read. Export the report as CSV again, and do not open and save it in a spreadsheet on the way.",
  "not-a-report": "This is no attendance report of Zoom, Teams or Google Meet.",
  "other-day": "This report is of another day than the session.",
  "same-file": "This file is here already. Nothing was changed.",
  "nobody-known": "Nobody in this report is on the roster. Is it the report of another online meeting?",
  "outside-session": "Nobody in this report was there during the session. Is it the report of another online meeting?",
  "nothing-to-do": "Nobody is left to be marked by this report.",
  "nobody-ticked":
    "Tick whoever was there for as long as it says, then mark them. Everybody else of this report is marked already.",
  "unknown-report": "This report is gone, or was carried out meanwhile. Look again.",
  "unknown-person": "Choose somebody of the roster.",
};
