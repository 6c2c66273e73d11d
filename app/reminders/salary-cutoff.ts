import { addYears } from "~/platform/time/time-zone";

/** S2: the last day of the salary year where a district has set none, `MM-DD`. */
export const DEFAULT_CUTOFF = "09-30";

/** The next salary cut-off, `YYYY-MM-DD`, on a date or after it. */
export function nextCutoff(monthDay: string, date: string): string {
  const inYear = `${date.slice(0, 4)}-${monthDay}`;
  return inYear >= date ? inYear : addYears(inYear, 1);
}
