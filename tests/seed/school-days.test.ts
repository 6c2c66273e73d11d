import { expect, test } from "vitest";
import { isSchoolDay, schoolDay, schoolDaysFrom, schoolWeek } from "#seed/school-days";

test.each([
  ["2026-11-24", true],
  ["2026-11-25", false],
  ["2026-11-26", false],
  ["2026-11-27", false],
  ["2026-11-11", false],
  ["2026-12-18", true],
  ["2026-12-21", false],
  ["2027-01-01", false],
  ["2027-01-04", true],
  ["2027-01-18", false],
  ["2027-02-15", false],
  ["2027-02-19", false],
  ["2027-02-22", true],
  ["2027-04-05", false],
  ["2027-04-12", true],
  ["2027-05-31", false],
  ["2027-09-06", false],
  ["2027-03-13", false],
  ["2027-03-14", false],
])("whether schools teach on %s: %s", (date, expected) => {
  expect(isSchoolDay(date)).toBe(expected);
});

test("what falls on a free day is planned after it, or before it", () => {
  expect(schoolDay("2026-12-24", 1)).toBe("2027-01-04");
  expect(schoolDay("2026-12-24", -1)).toBe("2026-12-18");
  expect(schoolDay("2027-03-09", 1)).toBe("2027-03-09");
});

test("a series keeps its weekday and leaves breaks out; days in a row stay within one week", () => {
  expect(schoolDaysFrom("2027-03-30", 3, 7)).toEqual(["2027-03-30", "2027-04-13", "2027-04-20"]);
  expect(schoolWeek("2027-02-17", 2, 1)).toEqual(["2027-02-22", "2027-02-23"]);
  expect(schoolWeek("2027-02-17", 2, -1)).toEqual(["2027-02-08", "2027-02-09"]);
});
