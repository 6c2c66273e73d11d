import { addDays, dateOf, daysBetween, toInstant, toWallTime } from "~/platform/time/time-zone";

/** When a session is; instants are epoch milliseconds. */
export interface SessionTimes {
  startsAt: number;
  endsAt: number;
  timeZone: string;
}

/** How one calendar entry repeats so that it stands for several sessions (RFC 5545, section 3.3.10). */
export interface Repetition {
  /** Days from one to the next; whole weeks are said as weeks. */
  everyDays: number;
  /** How often, those that are left out included. */
  count: number;
  /** When it would be, but is not: epoch milliseconds. */
  leftOut: number[];
}

/**
 * How sessions repeat, where one entry can say it: always at the same wall time for as long, days apart that are multiples of
 * one number, with no more gaps than sessions. Null otherwise.
 * @param sessions in their order
 */
export function repetitionOf(sessions: readonly SessionTimes[]): Repetition | null {
  const [first] = sessions;
  if (!first || sessions.length < 2) return null;
  const shape = shapeOf(first);
  if (sessions.some((each) => shapeOf(each) !== shape)) return null;
  const days = sessions.map(({ startsAt, timeZone }) => daysBetween(dayOf(first), dateOf(startsAt, timeZone)));
  const everyDays = days.reduce(greatestCommonDivisor);
  const count = days.at(-1)! / everyDays + 1;
  // Two at the same time, an order that is none, or more gaps than sessions.
  if (everyDays < 1 || new Set(days).size < days.length || count > 2 * days.length) return null;
  const all = Array.from({ length: count }, (_, nth) => nth * everyDays);
  const [, time] = toWallTime(first.startsAt, first.timeZone).split("T");
  const leftOut = all
    .filter((day) => !days.includes(day))
    .map((day) => toInstant(`${addDays(dayOf(first), day)}T${time}`, first.timeZone));
  return { everyDays, count, leftOut };
}

const dayOf = ({ startsAt, timeZone }: SessionTimes): string => dateOf(startsAt, timeZone);

/** Zone, wall time of the start, and wall time and day of the end. */
function shapeOf({ startsAt, endsAt, timeZone }: SessionTimes): string {
  const [from, until] = [startsAt, endsAt].map((at) => toWallTime(at, timeZone).split("T"));
  return [timeZone, from![1], until![1], daysBetween(from![0]!, until![0]!)].join(" ");
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
}
