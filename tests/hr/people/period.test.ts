import { expect, test } from "vitest";
import { cutoffYearOf, periodOptions, readHrPeriod, salaryYearOf } from "~/hr/people/period";

test.each([
  ["2026-09-30", "2025-10-01", "2026-09-30"],
  ["2026-10-01", "2026-10-01", "2027-09-30"],
  ["2026-12-31", "2026-10-01", "2027-09-30"],
  ["2027-01-01", "2026-10-01", "2027-09-30"],
])("S2 the salary year of %s runs from %s to %s", (day, from, to) => {
  expect(salaryYearOf(day)).toEqual({ from, to });
});

const NO_DATE = "Enter dates that exist.";

test.each([
  ["", "2026-09-30", "", "2025-10-01", "2026-09-30", null],
  ["", "2026-10-01", "", "2026-10-01", "2027-09-30", null],
  ["period=next", "2026-10-01", "", "2026-10-01", "2027-09-30", null],
  ["period=last", "2026-10-01", "last", "2025-10-01", "2026-09-30", null],
  ["period=last", "2026-09-30", "last", "2024-10-01", "2025-09-30", null],
  ["period=all&from=2026-01-01", "2026-10-01", "all", null, null, null],
  ["period=custom", "2026-10-01", "custom", null, null, null],
  ["period=custom&from=2026-01-01", "2026-10-01", "custom", "2026-01-01", null, null],
  ["period=custom&from=2028-02-29&to=2028-02-29", "2026-10-01", "custom", "2028-02-29", "2028-02-29", null],
  ["period=2025", "2026-10-01", "2025", "2025-09-01", "2026-08-31", null],
  ["period=0999", "2026-10-01", "", "2026-10-01", "2027-09-30", null],
  ["period=custom&to=2027-02-29", "2026-10-01", "custom", null, "2027-02-29", NO_DATE],
  [
    "period=custom&from=2026-02-02&to=2026-02-01",
    "2026-10-01",
    "custom",
    "2026-02-02",
    "2026-02-01",
    "The first day must not be after the last day.",
  ],
])("S2 HR looks at ?%s on %s", (search, today, choice, from, to, problem) => {
  expect(readHrPeriod(new URLSearchParams(search), today)).toEqual({ choice, from, to, problem });
});

test.each([
  ["2026-09-30", "09-30", "2025-10-01", "2026-09-30"],
  ["2026-10-01", "09-30", "2026-10-01", "2027-09-30"],
  ["2026-10-01", "10-01", "2025-10-02", "2026-10-01"],
  ["2026-10-02", "10-01", "2026-10-02", "2027-10-01"],
  ["2028-03-01", "02-28", "2028-02-29", "2029-02-28"],
])("S2 on %s, the year up to a cut-off on %s goes from %s to %s", (today, monthDay, from, to) => {
  expect(cutoffYearOf(today, monthDay)).toEqual({ from, to });
  const search = new URLSearchParams("period=cutoff");
  expect(readHrPeriod(search, today, monthDay)).toEqual({ choice: "cutoff", from, to, problem: null });
  // Where no district's cut-off is known, it is no choice.
  expect(readHrPeriod(search, today).choice).toBe("");
  expect(periodOptions(today, true).map(({ value }) => value)).toContain("cutoff");
  expect(periodOptions(today).map(({ value }) => value)).not.toContain("cutoff");
});

test.each([
  ["2026-08-31", "2025"],
  ["2026-09-01", "2026"],
])("on %s, the newest school year to choose begins in %s", (today, year) => {
  const values = periodOptions(today).map(({ value }) => value);
  expect(values.slice(0, 3)).toEqual(["", "last", year]);
  expect(values).toHaveLength(10);
});
