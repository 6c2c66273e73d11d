import { expect, test } from "vitest";
import { parseHours, parseMoney } from "~/platform/amount";
import { formatHours, formatMoney } from "~/platform/format";

test.each([
  ["5.5", 330],
  ["7", 420],
  [" 7.25 ", 435],
  ["0.83", 50],
  ["1.67", 100],
  ["0.01", 1],
  ["0", 0],
  ["1,250", 75_000],
  ["999999.99", 59_999_999],
  ["", null],
  [".5", null],
  ["5.", null],
  ["5.555", null],
  ["5,5", null],
  ["-1", null],
  ["+1", null],
  ["1e3", null],
  ["0x10", null],
  ["٥", null],
  ["1 2", null],
  ["1000000", null],
  ["Infinity", null],
])("H8 %j hours are %j minutes", (text, minutes) => {
  expect(parseHours(text)).toBe(minutes);
});

test.each([
  ["45", 4500],
  ["45.5", 4550],
  ["$45.05", 4505],
  ["$ 45", 4500],
  ["0", 0],
  ["1,234.56", 123_456],
  ["$12,345", 1_234_500],
  ["1,23", null],
  ["1234,567", null],
  ["1,234,567", null],
  ["$$45", null],
  ["45$", null],
  ["-45", null],
  ["$", null],
  ["", null],
])("%j is %j cents", (text, cents) => {
  expect(parseMoney(text)).toBe(cents);
});

test("H8 what Hourbook shows can be typed again, and means the same", () => {
  for (let minutes = 0; minutes <= 100_000; minutes++) expect(parseHours(formatHours(minutes))).toBe(minutes);
  for (const cents of [0, 1, 99, 100, 2100, 99_999, 100_000, 12_345_678]) {
    expect(parseMoney(formatMoney(cents))).toBe(cents);
  }
});
