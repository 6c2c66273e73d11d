import { formatClockHours, formatPlainDate } from "~/platform/format";
import { addDays } from "~/platform/time/time-zone";

/** What hours can count for, by the letters of the state's rule; a district says which it accepts. */
export const CRITERIA = ["a", "b", "c", "d", "e", "f", "g"] as const;
export type Criterion = (typeof CRITERIA)[number];

export const CRITERION_WORDS: Record<Criterion, string> = {
  a: "The school’s plan for mastery of learning goals",
  b: "The present assignment, or one that is expected",
  c: "An endorsement",
  d: "An advanced level of certification",
  e: "Part of a degree for such an assignment",
  f: "Dyslexia and language disabilities",
  g: "The evaluation system",
};

/** S2: what a district lets count for pay. Minutes are whole; dates `YYYY-MM-DD`, both included, null for open. */
export interface LocalRule {
  acceptedFrom: string | null;
  acceptedTo: string | null;
  /** 0: none. */
  leastPerCourse: number;
  /** 0: none. */
  leastPerYear: number;
  /** Null: none. */
  mostPerYear: number | null;
  criteria: Criterion[];
  /** Hours that were completed before the person's degree do not count. */
  afterDegree: boolean;
  /** What was accepted in one salary year is not accepted in another. */
  onceOnly: boolean;
}

/** A rule from its first day on. */
export interface DatedRule {
  fromDate: string;
  /** The last day of the salary year, `MM-DD`. */
  cutoff: string;
  rule: LocalRule;
}

/** Why a row does not count, or not whole. */
export const RULE_FLAGS = [
  "too-early",
  "too-late",
  "course-too-short",
  "before-degree",
  "used-before",
  "criterion",
  "year-too-short",
  "above-cap",
] as const;
export type RuleFlag = (typeof RULE_FLAGS)[number];

/** A flag in the words of the rule that it comes from. */
export function flagInWords(flag: RuleFlag, rule: LocalRule): string {
  switch (flag) {
    case "too-early":
      return `Completed before ${rule.acceptedFrom ? formatPlainDate(rule.acceptedFrom) : "the accepted dates"}`;
    case "too-late":
      return `Completed after ${rule.acceptedTo ? formatPlainDate(rule.acceptedTo) : "the accepted dates"}`;
    case "course-too-short":
      return `Below ${formatClockHours(rule.leastPerCourse)} for a course`;
    case "before-degree":
      return "Completed before the degree";
    case "used-before":
      return "Accepted in another salary year; counts once only";
    case "criterion":
      return "Reviewed for a criterion that is not accepted";
    case "year-too-short":
      return `Below ${formatClockHours(rule.leastPerYear)} in the salary year`;
    case "above-cap":
      return `Above ${formatClockHours(rule.mostPerYear ?? 0)} in the salary year`;
  }
}

/** The rule in force on a day: the one that began last; null before the first. */
export function ruleOn<Dated extends { fromDate: string }>(rules: readonly Dated[], day: string): Dated | null {
  return rules.reduce<Dated | null>(
    (found, rule) => (rule.fromDate <= day && (found === null || rule.fromDate > found.fromDate) ? rule : found),
    null,
  );
}

type Ends = Pick<DatedRule, "fromDate" | "cutoff">;

/**
 * The rule in force on the last day of a salary year; where a new one brings a later last day, the year has ended before, and
 * where it brings one that had gone by, the year that is under way ends as it began.
 */
export function ruleOfYear<Dated extends Ends>(rules: readonly Dated[], year: number): Dated | null {
  const ends = rules.filter((each) => ruleOn(rules, `${year}-${each.cutoff}`) === each);
  const first = ends.reduce<Dated | null>(
    (found, each) => (found === null || each.cutoff < found.cutoff ? each : found),
    null,
  );
  return first ?? ruleOn(rules, `${year}-01-01`);
}

/** The last day of a salary year; `cutoff` where no rule is in force, `MM-DD`. */
const lastDayOf = (year: number, rules: readonly Ends[], cutoff: string): string =>
  `${year}-${ruleOfYear(rules, year)?.cutoff ?? cutoff}`;

/** The first and the last day of a salary year. */
export const salaryYearDates = (
  year: number,
  rules: readonly Ends[],
  cutoff: string,
): { from: string; to: string } => ({
  from: addDays(lastDayOf(year - 1, rules, cutoff), 1),
  to: lastDayOf(year, rules, cutoff),
});

/** The salary year that holds a day, by the calendar year in which it ends. */
export function salaryYearOn(day: string, rules: readonly Ends[], cutoff: string): number {
  const year = Number(day.slice(0, 4));
  return day <= lastDayOf(year, rules, cutoff) ? year : year + 1;
}

/** "2026–27", by the year in which it ends. */
export const salaryYearInWords = (year: number): string => `${year - 1}–${String(year % 100).padStart(2, "0")}`;
