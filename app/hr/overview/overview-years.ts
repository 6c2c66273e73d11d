import { schoolYearOf } from "~/credits/counting/hours-summary";
import { addDays } from "~/platform/time/time-zone";

/** A school year: the days that it holds, "YYYY-MM-DD", both included. */
export interface SchoolYear {
  /** Its first calendar year, as addresses name it. */
  value: string;
  label: string;
  from: string;
  to: string;
}

const LAST_YEARS = 7;

/** The school years that can be looked at, the one that holds a day first: nothing else can be chosen, so that nothing is told apart. */
export function listSchoolYears(day: string): SchoolYear[] {
  const first = Number(schoolYearOf(day).slice(0, 4));
  return Array.from({ length: LAST_YEARS }, (_, index) => first - index).map((year) => ({
    value: String(year),
    label: schoolYearOf(`${year}-09-01`),
    from: `${year}-09-01`,
    to: `${year + 1}-08-31`,
  }));
}

/** The last day whose figures are told: that of the month before, so that no two days of a month tell a difference. */
export const lastToldDay = (today: string): string => addDays(`${today.slice(0, 7)}-01`, -1);

/** The half-year of a day: "July to December 2027". */
export const halfYearOf = (day: string): string =>
  `${day.slice(5, 7) <= "06" ? "January to June" : "July to December"} ${day.slice(0, 4)}`;
