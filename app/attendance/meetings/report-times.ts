import { isPlainDate } from "~/platform/time/plain-date";
import { addDays, startOfDate, toInstant } from "~/platform/time/time-zone";

/** How a report writes dates. */
export type DateOrder = "month-first" | "day-first" | "year-first";

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s*([ap])\.?\s*m\.?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[,\s]*[T\s]\s*${TIME}$`, "i");
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})[,\s]\s*${TIME}$`, "i");
const TIME_ALONE = new RegExp(`^${TIME}$`, "i");

/** A date and a time as they are written: the date's numbers in their order, and seconds since midnight. */
export interface WrittenTime {
  numbers: [number, number, number];
  yearFirst: boolean;
  seconds: number;
}

/** Reads a cell that holds a date and a time, and nothing else; null for any other. */
export function readWrittenTime(cell: string): WrittenTime | null {
  const found = YEAR_FIRST.exec(cell) ?? YEAR_LAST.exec(cell);
  if (!found) return null;
  const seconds = secondsOf(found.slice(4));
  if (seconds === null) return null;
  const numbers = found.slice(1, 4).map(Number) as WrittenTime["numbers"];
  return { numbers, yearFirst: found[1]!.length === 4, seconds };
}

/** Seconds since midnight of a cell that holds a time alone; null for any other. */
export function readTimeAlone(cell: string): number | null {
  const found = TIME_ALONE.exec(cell);
  return found && secondsOf(found.slice(1));
}

function secondsOf([hours, minutes, seconds = "0", half]: (string | undefined)[]): number | null {
  const hour = Number(hours);
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  if (half === undefined ? hour > 23 : hour < 1 || hour > 12) return null;
  const ofDay = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return ofDay * 3_600 + Number(minutes) * 60 + Number(seconds);
}

/** The day of a written time, `YYYY-MM-DD`, read in an order; null where there is no such day. */
export function dayOfWritten({ numbers, yearFirst }: WrittenTime, order: DateOrder): string | null {
  const [a, b, c] = numbers;
  const [year, month, day] = yearFirst ? [a, b, c] : order === "day-first" ? [c, b, a] : [c, a, b];
  const date = [year < 100 ? 2_000 + year : year, month, day].map((each, nth) =>
    String(each).padStart(nth === 0 ? 4 : 2, "0"),
  );
  const text = date.join("-");
  return isPlainDate(text) ? text : null;
}

/**
 * What the dates of a whole report say of their order: by numbers over twelve, which are no months; null while both are
 * possible, and "contradictory" when neither is.
 */
export function orderByNumbers(times: readonly WrittenTime[]): DateOrder | "contradictory" | null {
  const written = times.filter(({ yearFirst }) => !yearFirst);
  if (written.length === 0) return times.length > 0 ? "year-first" : null;
  const dayFirst = written.some(({ numbers: [first] }) => first > 12);
  const monthFirst = written.some(({ numbers: [, second] }) => second > 12);
  if (dayFirst && monthFirst) return "contradictory";
  return dayFirst ? "day-first" : monthFirst ? "month-first" : null;
}

const DAY_SECONDS = 86_400;

/**
 * The clock of a session's zone: the instants of its wall times, epoch milliseconds, the earlier where one is ambiguous. On a
 * day without a change of the clock they are counted from its beginning, because a report may hold fifty thousand.
 */
export class WallClock {
  private readonly days = new Map<string, { start: number; isPlain: boolean }>();

  constructor(private readonly timeZone: string) {}

  at(day: string, seconds: number): number {
    const known = this.days.get(day) ?? this.look(day);
    if (known.isPlain) return known.start + seconds * 1_000;
    const time = [seconds / 3_600, (seconds / 60) % 60, seconds % 60].map((each) =>
      String(Math.floor(each)).padStart(2, "0"),
    );
    return toInstant(`${day}T${time.join(":")}`, this.timeZone);
  }

  private look(day: string): { start: number; isPlain: boolean } {
    const start = startOfDate(day, this.timeZone);
    const known = { start, isPlain: startOfDate(addDays(day, 1), this.timeZone) - start === DAY_SECONDS * 1_000 };
    this.days.set(day, known);
    return known;
  }
}

/** Minutes of a duration, cut: `117`, `1 hr 57 min`, `1h 55m 36s`, `1:57:30`; null for anything else. */
export function readMinutes(cell: string): number | null {
  if (/^\d+(?:\.\d+)?$/.test(cell)) return Math.floor(Number(cell));
  const clock = /^(\d+):(\d{2}):(\d{2})$/.exec(cell);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const parts =
    /^(?:(\d+)\s*(?:h|hr|hrs|hours?)\.?)?\s*(?:(\d+)\s*(?:m|min|mins|minutes?)\.?)?\s*(?:(\d+)\s*(?:s|sec|secs|seconds?)\.?)?$/i.exec(
      cell,
    );
  if (!parts || parts.slice(1).every((each) => each === undefined)) return null;
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((each) => Number(each ?? 0));
  return hours * 60 + minutes + Math.floor(seconds / 60);
}
