import { expect, test } from "vitest";
import { nextCutoff } from "~/reminders/salary-cutoff";

test.each([
  ["09-30", "2027-09-29", "2027-09-30"],
  ["09-30", "2027-09-30", "2027-09-30"],
  ["09-30", "2027-10-01", "2028-09-30"],
  ["10-01", "2027-09-30", "2027-10-01"],
  ["10-01", "2027-10-01", "2027-10-01"],
  ["10-01", "2027-12-31", "2028-10-01"],
])("S2 a cut-off of %s is next, seen from %s, on %s", (monthDay, date, expected) => {
  expect(nextCutoff(monthDay, date)).toBe(expected);
});
