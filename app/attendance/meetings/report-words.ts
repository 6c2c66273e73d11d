import { formatTimeRange, plural } from "~/platform/format";
import type { KnownPerson } from "./report-preview";
import type { DateOrder } from "./report-times";

/** Where a report comes from. */
export const REPORT_SOURCES = { zoom: "Zoom", teams: "Microsoft Teams", "google-meet": "Google Meet" } as const;

const ORDERS: Record<DateOrder | "none", string> = {
  "month-first": "dates with the month first",
  "day-first": "dates with the day first",
  "year-first": "dates with the year first",
  none: "no dates of its own",
};

/** How a report was read, in a sentence without its end. */
export const readingInWords = (from: keyof typeof REPORT_SOURCES, order: DateOrder | "none"): string =>
  `Read as a report of ${REPORT_SOURCES[from]}, ${ORDERS[order]}`;

/** When somebody was there: "9:00 AM–10:30 AM, 10:45 AM–12:00 PM". */
export const stretchesInWords = (intervals: KnownPerson["intervals"], timeZone: string): string =>
  intervals.map(({ from, to }) => formatTimeRange(from, to, timeZone)).join(", ");

/** Lines of a file: "line 4", "lines 4, 9 and 3 more". */
export function linesInWords(lines: readonly number[]): string {
  const [first, ...others] = lines;
  if (first === undefined) return "";
  if (others.length === 0) return `line ${first}`;
  const shown = lines.slice(0, 4).join(", ");
  return lines.length > 4 ? `lines ${shown} and ${lines.length - 4} more` : `lines ${shown}`;
}

/** How many would be marked by the button, and how many only with somebody's word. */
export function countDue(known: readonly KnownPerson[]): { sure: number; withWord: number } {
  const due = known.filter(({ isMarked, minutes }) => !isMarked && minutes > 0);
  const withWord = due.filter(({ needsWord }) => needsWord !== null).length;
  return { sure: due.length - withWord, withWord };
}

/** What the button does. */
export const markLabel = (sure: number, withWord: number): string =>
  sure > 0
    ? `Mark ${plural(sure, "person", "people")}${withWord > 0 ? ", and whoever is ticked" : ""}`
    : "Mark whoever is ticked";

/** What somebody says by a tick, of a presence that needs their word. */
export function wordInWords({ needsWord, isAddition }: Pick<KnownPerson, "needsWord" | "isAddition">): string {
  if (needsWord === "duration") return "They were away for a part of it, nobody knows when: I say it is so";
  return isAddition
    ? "Only a total is known, and another report has marked them: I say this comes on top"
    : "Only a total is known: I say it is so";
}
