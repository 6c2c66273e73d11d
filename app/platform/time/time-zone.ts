import { REGION_TIME_ZONE } from "./region";
import { Temporal } from "temporal-polyfill";

export { REGION_TIME_ZONE };

/** The zones in which a provider can have its office. */
export const TIME_ZONES = [
  REGION_TIME_ZONE,
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Denver",
  "America/Phoenix",
  "America/Chicago",
  "America/New_York",
] as const;

/**
 * The instant, epoch milliseconds, of a wall time such as `2027-03-09T08:00` in an IANA zone (H5). A time that a clock
 * change skips moves forward; one that happens twice is the first.
 * @throws RangeError when the text is no wall time
 */
export function toInstant(wallTime: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timeZone).epochMilliseconds;
}

/** The wall time `YYYY-MM-DDTHH:MM` of an instant in a zone. */
export function toWallTime(instant: number, timeZone: string): string {
  return zoned(instant, timeZone).toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** The calendar date `YYYY-MM-DD` of an instant in a zone. */
export function dateOf(instant: number, timeZone: string): string {
  const key = `${instant} ${timeZone}`;
  const found = knownDates.get(key) ?? zoned(instant, timeZone).toPlainDate().toString();
  if (knownDates.size >= MOST_KNOWN) knownDates.clear();
  knownDates.set(key, found);
  return found;
}

/** Lists ask for the same ends of the same offerings again and again, and calendars are slow. */
const knownDates = new Map<string, string>();
const MOST_KNOWN = 5_000;

/** The instant at which a date begins in a zone. */
export function startOfDate(date: string, timeZone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
}

/** A date moved by whole days. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** An instant moved by days of wall time, so that 8:00 stays 8:00 across a clock change (H5). */
export function addWallDays(instant: number, days: number, timeZone: string): number {
  return zoned(instant, timeZone).add({ days }).epochMilliseconds;
}

/**
 * The instant of a wall time `HH:MM`, so many days from the day that holds an instant in a zone; negative days lie before.
 * Eight o'clock stays eight o'clock across a clock change (H5).
 */
export function wallDay(instant: number, days: number, time: string, timeZone: string): number {
  return toInstant(`${addDays(dateOf(instant, timeZone), days)}T${time}`, timeZone);
}

/** Whether a text is a real wall time `YYYY-MM-DDTHH:MM`. */
export function isWallTime(text: string): boolean {
  return parses(
    () => /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && Temporal.PlainDateTime.from(text, { overflow: "reject" }),
  );
}

/** Full working days, Monday to Friday, that lie between two dates, neither included (A2). */
export function workingDaysBetween(from: string, to: string): number {
  const start = Temporal.PlainDate.from(from);
  const days = start.until(to, { largestUnit: "days" }).days;
  let count = 0;
  for (let i = 1; i < days; i++) if (start.add({ days: i }).dayOfWeek <= 5) count++;
  return count;
}

/** A3: the year, named by its first calendar year, that runs from 1 October to 30 September and holds the date. */
export function approvalYearOf(date: string): number {
  const { year, month } = Temporal.PlainDate.from(date);
  return month >= 10 ? year : year - 1;
}

/** The first instant of the day after the one that holds an instant, in a zone. */
export function endOfDayOf(instant: number, timeZone: string): number {
  return startOfDate(addDays(dateOf(instant, timeZone), 1), timeZone);
}

/** The first Monday after a date. */
export function nextMonday(date: string): string {
  return addDays(date, 8 - Temporal.PlainDate.from(date).dayOfWeek);
}

/** The first day of the month after the one that holds a date. */
export function nextMonth(date: string): string {
  return Temporal.PlainDate.from(date).with({ day: 1 }).add({ months: 1 }).toString();
}

/** The same day so many years on, negative for before; 29 February becomes the 28th. */
export function addYears(date: string, years: number): string {
  return Temporal.PlainDate.from(date).add({ years }).toString();
}

/** A date moved by months; of a day that the month does not have, its last one. */
export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** Whole months from one date to another; below zero when the other is earlier. */
export function monthsBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "months" }).months;
}

/** Days from one date to another; below zero when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;
}

/** Office hours, Monday to Friday, in wall time. */
const OFFICE_HOURS = { from: 8, to: 18 };

/**
 * The instant at which so many office hours have passed: Monday to Friday, 8:00 to 18:00 in a zone, without its holidays
 * (`YYYY-MM-DD`). Hours are of wall time; no clock changes within office hours.
 */
export function addOfficeHours(
  instant: number,
  hours: number,
  timeZone: string,
  holidays: ReadonlySet<string> = new Set(),
): number {
  let left = hours * 3_600_000;
  let date = zoned(instant, timeZone).toPlainDate();
  for (;;) {
    if (date.dayOfWeek <= 5 && !holidays.has(date.toString())) {
      const opens = date.toZonedDateTime({ timeZone, plainTime: { hour: OFFICE_HOURS.from } }).epochMilliseconds;
      const closes = date.toZonedDateTime({ timeZone, plainTime: { hour: OFFICE_HOURS.to } }).epochMilliseconds;
      const start = Math.max(opens, instant);
      if (start + left <= closes) return start + left;
      left -= Math.max(0, closes - start);
    }
    date = date.add({ days: 1 });
  }
}

/** An instant with its zone, for libraries that write wall times. */
export function toZonedDateTime(instant: number, timeZone: string): Temporal.ZonedDateTime {
  return zoned(instant, timeZone);
}

function zoned(instant: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
}

function parses(parse: () => unknown): boolean {
  try {
    return Boolean(parse());
  } catch {
    return false;
  }
}
