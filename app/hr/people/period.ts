import { readDates, readPeriod, schoolYearChoices } from "~/documents/issuing/transcript-period";
import { addDays, addYears } from "~/platform/time/time-zone";

/** Which completion dates HR looks at, as a page's address says it. Dates `YYYY-MM-DD`, both included, null for open. */
export interface HrPeriod {
  /** "", "last", "cutoff", "all", "custom", or the first calendar year of a school year. */
  choice: string;
  from: string | null;
  to: string | null;
  /** What is wrong with the dates, in words; null when nothing is. */
  problem: string | null;
}

/** So many school years can be chosen. */
const SCHOOL_YEARS = 6;

/**
 * The choices, in words: salary years, school years (1 September to 31 August), or any dates.
 * @param withCutoff where a district's own salary year can be told
 */
export function periodOptions(today: string, withCutoff = false): { value: string; label: string }[] {
  const days = Array.from({ length: SCHOOL_YEARS }, (_each, back) => addYears(today, -back));
  return [
    { value: "", label: "This salary year" },
    { value: "last", label: "Last salary year" },
    ...(withCutoff ? [{ value: "cutoff", label: "The year up to the salary cut-off" }] : []),
    ...schoolYearChoices(days),
    { value: "all", label: "All dates" },
    { value: "custom", label: "Between two dates" },
  ];
}

/** S2: the year that ends with a district's salary cut-off, `MM-DD`, and holds a date: from the day after the last one. */
export function cutoffYearOf(date: string, monthDay: string): { from: string; to: string } {
  const year = Number(date.slice(0, 4)) + (date.slice(5) <= monthDay ? 0 : 1);
  return { from: addDays(`${year - 1}-${monthDay}`, 1), to: `${year}-${monthDay}` };
}

/** S2: the salary year, 1 October to 30 September, that holds a date. */
export function salaryYearOf(date: string): { from: string; to: string } {
  const year = Number(date.slice(0, 4)) - (date.slice(5, 7) >= "10" ? 0 : 1);
  return { from: `${year}-10-01`, to: `${year + 1}-09-30` };
}

/**
 * Reads the period from an address; without a choice, the salary year that holds today.
 * @param cutoff the district's salary cut-off, `MM-DD`, where its own year can be chosen
 */
export function readHrPeriod(search: URLSearchParams, today: string, cutoff?: string): HrPeriod {
  const choice = search.get("period") ?? "";
  if (choice === "cutoff" && cutoff !== undefined) return { choice, ...cutoffYearOf(today, cutoff), problem: null };
  if (choice === "all") return { choice, from: null, to: null, problem: null };
  if (choice === "custom") return { choice, ...readDates(search) };
  const { choice: year, from, to, problem } = readPeriod(search);
  if (year !== "") return { choice, from, to, problem };
  const current = salaryYearOf(today);
  if (choice !== "last") return { choice: "", ...current, problem: null };
  return { choice, ...salaryYearOf(addDays(current.from, -1)), problem: null };
}
