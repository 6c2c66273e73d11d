import { DESIGNATION_CODES, DESIGNATIONS, type Designation } from "~/catalog/courses/designation";
import { isPlainDate } from "~/platform/time/plain-date";
import { schoolYearOf } from "~/credits/counting/hours-summary";

/** Which credits a transcript is to hold, as the page's address says it. */
export interface PeriodChoice {
  /** "" for everything, the first calendar year of a school year, or "custom". */
  choice: string;
  /** Completion dates `YYYY-MM-DD`, both included; null for an open end. */
  from: string | null;
  to: string | null;
  /** The designation that the credits count for; null for any. */
  designation: Designation | null;
  /** What is wrong with the dates, in words; null when nothing is. */
  problem: string | null;
}

/** Such that the year after it has four digits, too. */
const A_YEAR = /^(?!9999)[1-9]\d{3}$/;

/** Reads the choice of a period from an address. What cannot be read counts as everything. */
export function readPeriod(search: URLSearchParams): PeriodChoice {
  const choice = search.get("period") ?? "";
  const designation = DESIGNATION_CODES.find((code) => code === search.get("designation")) ?? null;
  if (A_YEAR.test(choice)) {
    return { choice, from: `${choice}-09-01`, to: `${Number(choice) + 1}-08-31`, designation, problem: null };
  }
  if (choice !== "custom") return { choice: "", from: null, to: null, designation, problem: null };
  return { choice, ...readDates(search), designation };
}

/** The school years (September to August) that hold these dates, newest first, as choices. */
export function schoolYearChoices(dates: readonly string[]): { value: string; label: string }[] {
  const years = [...new Set(dates.map(schoolYearOf))].sort().reverse();
  return years.map((year) => ({ value: year.slice(0, 4), label: `School year ${year}` }));
}

/** The designations that these codes name, as choices, in the order of the glossary. */
export function designationChoices(codes: readonly string[]): { value: string; label: string }[] {
  const held = new Set(codes);
  return DESIGNATION_CODES.filter((code) => held.has(code)).map((code) => ({ value: code, label: DESIGNATIONS[code] }));
}

/** The two dates in an address, null where one is missing, and what is wrong with them, in words. */
export function readDates(search: URLSearchParams): Pick<PeriodChoice, "from" | "to" | "problem"> {
  const from = search.get("from") || null;
  const to = search.get("to") || null;
  return { from, to, problem: problemOf(from, to) };
}

function problemOf(from: string | null, to: string | null): string | null {
  if ((from && !isPlainDate(from)) || (to && !isPlainDate(to))) return "Enter dates that exist.";
  if (from && to && from > to) return "The first day must not be after the last day.";
  return null;
}
