import { expect, test } from "vitest";
import { toWallTime, wallDay } from "~/platform/time/time-zone";
import { at, ZONE } from "../../support/clock";

test.each([
  ["the same day", "2027-03-09T16:00", 0, "06:00", "2027-03-09T06:00"],
  ["the day after one that ends late", "2027-03-09T23:59", 1, "08:00", "2027-03-10T08:00"],
  ["a week before, across the March clock change", "2027-03-16T08:00", -7, "08:00", "2027-03-09T08:00"],
  ["a week after, across the November clock change", "2026-10-27T08:00", 7, "08:00", "2026-11-03T08:00"],
  ["an hour that the clock change skips", "2027-03-13T08:00", 1, "02:30", "2027-03-14T03:30"],
  ["the end of February", "2028-02-28T08:00", 1, "08:00", "2028-02-29T08:00"],
  ["the turn of the year", "2026-12-31T08:00", 1, "08:00", "2027-01-01T08:00"],
])("H5 %s", (_what, from, days, time, expected) => {
  expect(toWallTime(wallDay(at(from), days, time, ZONE), ZONE)).toBe(expected);
});

test("H5 the day is that of the zone, not of UTC", () => {
  const late = at("2027-03-09T22:00");
  expect(toWallTime(wallDay(late, 0, "08:00", ZONE), ZONE)).toBe("2027-03-09T08:00");
  expect(toWallTime(wallDay(late, 0, "08:00", "America/New_York"), "America/New_York")).toBe("2027-03-10T08:00");
});
