import { expect, test } from "vitest";
import { isPlainDate } from "~/platform/time/plain-date";
import {
  addDays,
  addWallDays,
  approvalYearOf,
  dateOf,
  isWallTime,
  toInstant,
  toWallTime,
  workingDaysBetween,
} from "~/platform/time/time-zone";

const ZONE = "America/Los_Angeles";

test("H5 a weekly series keeps its wall time across the March clock change", () => {
  const before = toInstant("2027-03-09T08:00", ZONE);
  const after = addWallDays(before, 7, ZONE);
  expect(toWallTime(after, ZONE)).toBe("2027-03-16T08:00");
  expect(after - before).toBe(7 * 86_400_000 - 3_600_000);
});

test("H5 a time that the clock change skips moves forward, one that happens twice is the first", () => {
  expect(toWallTime(toInstant("2027-03-14T02:30", ZONE), ZONE)).toBe("2027-03-14T03:30");
  expect(new Date(toInstant("2026-11-01T01:30", ZONE)).toISOString()).toBe("2026-11-01T08:30:00.000Z");
});

test("A2 full working days between two dates leave out both ends and weekends", () => {
  expect(workingDaysBetween("2026-10-05", "2026-10-20")).toBe(10);
  expect(workingDaysBetween("2026-10-05", "2026-10-19")).toBe(9);
  expect(workingDaysBetween("2026-10-05", "2026-10-05")).toBe(0);
});

test("A3 the approval year runs from 1 October to 30 September", () => {
  expect(approvalYearOf("2026-09-30")).toBe(2025);
  expect(approvalYearOf("2026-10-01")).toBe(2026);
});

test("a date is the one of the zone, not of UTC", () => {
  expect(dateOf(toInstant("2026-12-31T23:30", ZONE), ZONE)).toBe("2026-12-31");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
});

test.each([
  ["2027-02-29", false],
  ["2028-02-29", true],
  ["2027-2-1", false],
  ["", false],
])("isPlainDate(%j) is %j", (text, expected) => {
  expect(isPlainDate(text)).toBe(expected);
});

test("isWallTime refuses what no clock shows", () => {
  expect(isWallTime("2027-03-09T24:00")).toBe(false);
  expect(isWallTime("2027-03-09T08:00")).toBe(true);
});
