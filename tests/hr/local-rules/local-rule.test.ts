import { expect, test } from "vitest";
import {
  flagInWords,
  RULE_FLAGS,
  ruleOfYear,
  ruleOn,
  salaryYearDates,
  salaryYearInWords,
  salaryYearOn,
} from "~/hr/local-rules/local-rule";
import { NO_LIMITS, ruled } from "./sample-rules";

const RULE = {
  ...NO_LIMITS,
  ...{
    acceptedFrom: "2026-10-01",
    acceptedTo: "2027-09-30",
    leastPerCourse: 180,
    leastPerYear: 600,
    mostPerYear: 4_500,
  },
};

test("S2 every flag says it in the rule's own words and figures", () => {
  expect(RULE_FLAGS.map((flag) => flagInWords(flag, RULE).replaceAll(/(Mon|Tue|Wed|Thu|Fri|Sat|Sun), /g, ""))).toEqual([
    "Completed before Oct 1, 2026",
    "Completed after Sep 30, 2027",
    "Below 3 clock hours for a course",
    "Completed before the degree",
    "Accepted in another salary year; counts once only",
    "Reviewed for a criterion that is not accepted",
    "Below 10 clock hours in the salary year",
    "Above 75 clock hours in the salary year",
  ]);
});

test.each([
  ["2019-12-31", null],
  ["2020-01-01", "2020-01-01"],
  ["2026-12-31", "2020-01-01"],
  ["2027-01-01", "2027-01-01"],
])("on %s the rule from %s is in force", (day, fromDate) => {
  const rules = [ruled({}, { fromDate: "2027-01-01" }), ruled({})];
  expect(ruleOn(rules, day)?.fromDate ?? null).toBe(fromDate);
});

test("S2 a salary year is called by the years that it spans", () => {
  expect([salaryYearOn("2026-09-30", [], "09-30"), salaryYearOn("2026-10-01", [], "09-30")]).toEqual([2026, 2027]);
  expect([salaryYearInWords(2027), salaryYearInWords(2101)]).toEqual(["2026–27", "2100–01"]);
});

test("S2 a salary year goes from the day after the last cut-off to the next, whatever rule says them", () => {
  const rules = [ruled({}), ruled({}, { fromDate: "2027-10-01", cutoff: "10-01" })];
  expect(salaryYearDates(2027, rules, "09-30")).toEqual({ from: "2026-10-01", to: "2027-09-30" });
  expect(salaryYearDates(2028, rules, "09-30")).toEqual({ from: "2027-10-01", to: "2028-10-01" });
  expect(salaryYearDates(2029, rules, "09-30")).toEqual({ from: "2028-10-02", to: "2029-10-01" });
  expect(salaryYearDates(2027, [], "08-31")).toEqual({ from: "2026-09-01", to: "2027-08-31" });
  expect([ruleOfYear(rules, 2027)?.cutoff, ruleOfYear(rules, 2019)]).toEqual(["09-30", null]);
});

test("S2 the day on which a later cut-off begins to hold falls into the year that begins on it", () => {
  const rules = [ruled({}), ruled({}, { fromDate: "2027-10-01", cutoff: "10-01" })];
  const years = ["2027-09-30", "2027-10-01", "2028-10-01", "2028-10-02"].map((day) =>
    salaryYearOn(day, rules, "09-30"),
  );
  expect(years).toEqual([2027, 2028, 2028, 2029]);
});

test("S2 a year that is under way when an earlier cut-off comes ends as it began, by the rule that it began with", () => {
  const rules = [ruled({}, { cutoff: "10-31" }), ruled({}, { fromDate: "2027-10-15", cutoff: "08-31" })];
  expect(salaryYearDates(2027, rules, "09-30")).toEqual({ from: "2026-11-01", to: "2027-10-31" });
  expect(salaryYearDates(2028, rules, "09-30")).toEqual({ from: "2027-11-01", to: "2028-08-31" });
  expect(ruleOfYear(rules, 2027)?.cutoff).toBe("10-31");
});
