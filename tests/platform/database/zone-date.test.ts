import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { fromDay, untilDay, zoneDate } from "~/platform/database/zone-date.server";
import { REGION_TIME_ZONE, TIME_ZONES, toInstant } from "~/platform/time/time-zone";
import { at } from "../../support/clock";
import { useTestDatabase } from "../../support/database";

test("a day in SQL is the day in the zone, not in UTC", () => {
  const db = useTestDatabase();
  const dayIn = (instant: number | null, zone: string) =>
    db.get<{ day: string | null }>(sql`select ${zoneDate(sql`${instant}`, zone)} as day`).day;
  const evening = at("2027-03-09T20:30");
  expect(dayIn(evening, "America/Los_Angeles")).toBe("2027-03-09");
  expect(dayIn(evening, "UTC")).toBe("2027-03-10");
  expect(dayIn(null, "America/Los_Angeles")).toBeNull();
});

/** Whether a condition on the one row of an instant and a zone holds. */
function holds(instant: number | null, zone: string, condition: (instant: SQL, zone: SQL) => SQL): boolean {
  const row = sql`(select ${instant} as at, ${zone} as zone)`;
  return useTestDatabase().all(sql`select 1 from ${row} where ${condition(sql`at`, sql`zone`)}`).length === 1;
}

// 14 March and 7 November 2027 have 23 and 25 hours where clocks change.
const DAYS = ["2027-03-09", "2027-03-14", "2027-11-07"];
const ZONES = [...TIME_ZONES, "Pacific/Kiritimati", "Etc/GMT+12"];
const CASES = DAYS.flatMap((day) => ZONES.map((zone) => ({ day, zone })));

test.each(CASES)("$day in $zone begins with its first instant and ends before that of the next", ({ day, zone }) => {
  const begins = toInstant(`${day}T00:00`, zone);
  const ends = toInstant(`${day.slice(0, 8)}${String(Number(day.slice(8)) + 1).padStart(2, "0")}T00:00`, zone);
  for (const [instant, isFrom, isUntil] of [
    [begins - 1, false, true],
    [begins, true, true],
    [ends - 1, true, true],
    [ends, true, false],
  ] as const) {
    expect(holds(instant, zone, (each, its) => fromDay(each, day, its))).toBe(isFrom);
    expect(holds(instant, zone, (each) => fromDay(each, day, zone))).toBe(isFrom);
    expect(holds(instant, zone, (each, its) => untilDay(each, day, its))).toBe(isUntil);
    expect(holds(instant, zone, (each) => untilDay(each, day, zone))).toBe(isUntil);
  }
});

test("no instant falls on no day", () => {
  expect(holds(null, REGION_TIME_ZONE, (each, its) => fromDay(each, "2027-03-09", its))).toBe(false);
  expect(holds(null, REGION_TIME_ZONE, (each, its) => untilDay(each, "2027-03-09", its))).toBe(false);
});

test.each([
  ["of one zone", (instant: SQL) => fromDay(instant, "2027-03-09", REGION_TIME_ZONE)],
  ["of each row's zone", (instant: SQL) => untilDay(instant, "2027-03-09", sql`time_zone`)],
])("an index of instants serves days %s", (_whose, condition) => {
  const plan = useTestDatabase().all<{ detail: string }>(
    sql`explain query plan select id from offerings where state = 'published' and ${condition(sql`starts_at`)}`,
  );
  expect(plan.map(({ detail }) => detail).join()).toMatch(
    /SEARCH .* INDEX offerings_upcoming \(state=\? AND starts_at[<>]\?\)/,
  );
});
