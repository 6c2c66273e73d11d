import { formatPlainDate } from "~/platform/format";

/** A provider year, 1 October to 30 September, by its short name: "2027–28". */
export function yearLabel(year: number): string {
  return `${year}–${String((year + 1) % 100).padStart(2, "0")}`;
}

/** The last day of a provider year, `YYYY-MM-DD`. */
export const lastDayOfYear = (year: number): string => `${year + 1}-09-30`;

/** A provider year by its first and last day. */
export function yearInDays(year: number): string {
  return `${formatPlainDate(`${year}-10-01`)} to ${formatPlainDate(lastDayOfYear(year))}`;
}

/** The years that can be added, soonest first: those of the next six, from the one that holds today, that are not there. */
export function addableYears(years: readonly number[], current: number): number[] {
  return Array.from({ length: 6 }, (_, index) => current + index).filter((year) => !years.includes(year));
}
