import type SqliteDatabase from "better-sqlite3";
import { type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { dateOf } from "~/platform/time/time-zone";

/** Gives a connection the function `zone_date(instant, zone)`: the day on which an instant falls in a time zone. */
export function teachZoneDates(client: SqliteDatabase.Database): void {
  client.function("zone_date", { deterministic: true }, (instant: unknown, zone: unknown) =>
    typeof instant === "number" && typeof zone === "string" ? dateOf(instant, zone) : null,
  );
}

/** The day, `YYYY-MM-DD`, on which an instant falls in a time zone; null without one. Row by row: for short lists. */
export const zoneDate = (instant: SQLWrapper, zone: SQLWrapper | string): SQL => sql`zone_date(${instant}, ${zone})`;
