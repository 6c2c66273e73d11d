import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { zoneDate } from "~/platform/database/zone-date.server";
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
