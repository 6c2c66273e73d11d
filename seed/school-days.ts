import { addDays } from "~/platform/time/time-zone";

/** Days on which schools of the region teach, so that the demo plans nothing where nobody would come. */

const MONDAY = 1;
const THURSDAY = 4;

/** Sunday is 0. */
const dayOfWeek = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay();

/** The nth given weekday of a month, `YYYY-MM-DD`; Monday is 1. */
function nthOf(year: number, month: number, weekday: number, n: number): string {
  const first = `${year}-${String(month).padStart(2, "0")}-01`;
  return addDays(first, ((weekday - dayOfWeek(first) + 7) % 7) + (n - 1) * 7);
}

/** The last Monday of May. */
function memorialDay(year: number): string {
  const fifth = nthOf(year, 5, MONDAY, 5);
  return fifth.slice(5, 7) === "05" ? fifth : addDays(fifth, -7);
}

/** Holidays and breaks of a calendar year, first and last day: public holidays, Thanksgiving, winter, midwinter, spring. */
function freeDaysOf(year: number): [from: string, to: string][] {
  const thanksgiving = nthOf(year, 11, THURSDAY, 4);
  const midwinter = nthOf(year, 2, MONDAY, 3);
  const spring = nthOf(year, 4, MONDAY, 1);
  const days = (date: string, count = 1): [string, string] => [date, addDays(date, count - 1)];
  return [
    [`${year}-01-01`, `${year}-01-03`],
    days(nthOf(year, 1, MONDAY, 3)),
    days(midwinter, 5),
    days(spring, 5),
    days(memorialDay(year)),
    days(`${year}-06-19`),
    days(`${year}-07-04`),
    days(nthOf(year, 9, MONDAY, 1)),
    days(`${year}-11-11`),
    days(addDays(thanksgiving, -1), 3),
    [`${year}-12-20`, `${year}-12-31`],
  ];
}

/** Whether something can be planned on a day: Monday to Friday, no holiday, no break. */
export function isSchoolDay(date: string): boolean {
  const weekday = dayOfWeek(date);
  if (weekday === 0 || weekday === 6) return false;
  return !freeDaysOf(Number(date.slice(0, 4))).some(([from, to]) => from <= date && date <= to);
}

/** The day itself, or the nearest school day after it, or before it. */
export function schoolDay(date: string, way: 1 | -1): string {
  return isSchoolDay(date) ? date : schoolDay(addDays(date, way), way);
}

/** Dates that follow each other every so many days from a school day, free days left out. */
export function schoolDaysFrom(first: string, count: number, everyDays: number): string[] {
  const dates: string[] = [];
  for (let date = first; dates.length < count; date = addDays(date, everyDays)) if (isSchoolDay(date)) dates.push(date);
  return dates;
}

/** Days in a row within one week that are all school days: those of the week of a date, or of the nearest week that has them. */
export function schoolWeek(date: string, count: number, way: 1 | -1): string[] {
  const monday = addDays(date, -((dayOfWeek(date) + 6) % 7));
  const days = Array.from({ length: count }, (_, index) => addDays(monday, index));
  return days.every(isSchoolDay) ? days : schoolWeek(addDays(monday, 7 * way), count, way);
}
