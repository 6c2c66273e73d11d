import { expect, test } from "vitest";
import { isPlainDate } from "~/platform/time/plain-date";

test.each([
  ["2027-03-09", true],
  ["2028-02-29", true],
  ["2027-02-29", false],
  ["2027-02-30", false],
  ["2027-13-01", false],
  ["2027-00-10", false],
  ["2027-3-9", false],
  ["2027-03-09T00:00", false],
  ["", false],
  ["0000-01-01", true],
])("whether %j is a date: %s", (text, expected) => {
  expect(isPlainDate(text)).toBe(expected);
});
