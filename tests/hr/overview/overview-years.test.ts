import { expect, test } from "vitest";
import { halfYearOf, lastToldDay, listSchoolYears } from "~/hr/overview/overview-years";

test("seven school years can be looked at, the present one first", () => {
  const years = listSchoolYears("2027-08-31");
  expect(years).toHaveLength(7);
  expect(years[0]).toEqual({ value: "2026", label: "2026–27", from: "2026-09-01", to: "2027-08-31" });
  expect(listSchoolYears("2027-09-01")[0]!.label).toBe("2027–28");
});

test.each([
  ["2027-03-01", "2027-02-28"],
  ["2027-03-31", "2027-02-28"],
  ["2027-01-01", "2026-12-31"],
])("on %s the figures of %s are told", (today, day) => {
  expect(lastToldDay(today)).toBe(day);
});

test.each([
  ["2027-01-01", "January to June 2027"],
  ["2027-06-30", "January to June 2027"],
  ["2027-07-01", "July to December 2027"],
])("%s lies in %s", (day, half) => {
  expect(halfYearOf(day)).toBe(half);
});
