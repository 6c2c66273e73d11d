import type SqliteDatabase from "better-sqlite3";
import { type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { partOfWeek } from "~/platform/time/part-of-week";
import { addDays, dateOf, startOfDate, TIME_ZONES } from "~/platform/time/time-zone";

/**
 * Gives a connection the functions `zone_date(instant, zone)` and `part_of_week(instant, zone)`: the day on which an instant
 * falls in a time zone, and the part of the week.
 */
export function teachZoneDates(client: SqliteDatabase.Database): void {
  client.function("zone_date", { deterministic: true }, (instant: unknown, zone: unknown) =>
    typeof instant === "number" && typeof zone === "string" ? dateOf(instant, zone) : null,
  );
  client.function("part_of_week", { deterministic: true }, (instant: unknown, zone: unknown) =>
    typeof instant === "number" && typeof zone === "string" ? partOfWeek(instant, zone) : null,
  );
}

/** The day, `YYYY-MM-DD`, on which an instant falls in a time zone; null without one. Row by row: for short lists. */
export const zoneDate = (instant: SQLWrapper, zone: SQLWrapper | string): SQL => sql`zone_date(${instant}, ${zone})`;

const HOUR_MS = 3_600_000;

/** How far from its beginning in UTC a day begins in the zones of the world, milliseconds. */
const EARLIEST = -14 * HOUR_MS;
const LATEST = 12 * HOUR_MS;

/**
 * Whether an instant falls on a day, `YYYY-MM-DD`, or later, by the clocks of a zone or of each row's zone. It compares
 * instants with the beginning of the day, so that an index of them serves.
 */
export function fromDay(instant: SQLWrapper, day: string, zone: SQLWrapper | string): SQL {
  if (typeof zone === "string") return sql`${instant} >= ${startOfDate(day, zone)}`;
  const inZone = byZone(zone, (each) => sql`${instant} >= ${startOfDate(day, each)}`);
  return sql`(${instant} >= ${startOfDate(day, "UTC") + EARLIEST}
    and ${inZone(sql`${zoneDate(instant, zone)} >= ${day}`)})`;
}

/** Whether an instant falls on a day, `YYYY-MM-DD`, or earlier, likewise. */
export function untilDay(instant: SQLWrapper, day: string, zone: SQLWrapper | string): SQL {
  const next = addDays(day, 1);
  if (typeof zone === "string") return sql`${instant} < ${startOfDate(next, zone)}`;
  const inZone = byZone(zone, (each) => sql`${instant} < ${startOfDate(next, each)}`);
  return sql`(${instant} < ${startOfDate(next, "UTC") + LATEST}
    and ${inZone(sql`${zoneDate(instant, zone)} <= ${day}`)})`;
}

/** One condition for each zone that a provider can have; `otherwise` for a row of another. */
const byZone = (zone: SQLWrapper, condition: (zone: string) => SQL) => (otherwise: SQL) =>
  sql`case ${zone} ${sql.join(
    TIME_ZONES.map((each) => sql`when ${each} then ${condition(each)} `),
    sql``,
  )} else ${otherwise} end`;
