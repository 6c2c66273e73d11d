import { expect, test } from "vitest";
import {
  describeKind,
  formatAge,
  formatBytes,
  formatDate,
  formatDateTime,
  formatHours,
  formatMoney,
  formatPlainDate,
  formatQuarterCredits,
  formatSessionLine,
  formatTimeRange,
  plural,
  longDayOf,
} from "~/platform/format";

const PACIFIC = "America/Los_Angeles";
const at = (iso: string) => Date.parse(iso);

test.each([
  [0, "0"],
  [30, "0.5"],
  [60, "1"],
  [330, "5.5"],
  [435, "7.25"],
  [50, "0.83"],
  [100, "1.67"],
  [600, "10"],
  [6000, "100"],
  [75_000, "1,250"],
  [-90, "-1.5"],
])("H8: %i minutes show as %s hours", (minutes, shown) => {
  expect(formatHours(minutes)).toBe(shown);
});

test.each([
  [2850, "4.75"],
  [330, "0.55"],
  [600, "1.00"],
  [30, "0.05"],
  [65, "0.10"],
  [0, "0.00"],
])("H8: %i minutes show as %s quarter credits, never rounded up", (minutes, shown) => {
  expect(formatQuarterCredits(minutes)).toBe(shown);
});

test.each([
  [1500, "$15.00"],
  [1650, "$16.50"],
  [0, "$0.00"],
  [5, "$0.05"],
  [123_456, "$1,234.56"],
  [-1680, "-$16.80"],
])("%i cents show as %s", (cents, shown) => {
  expect(formatMoney(cents)).toBe(shown);
});

test("a session line names day, hours and zone with plain spaces", () => {
  const line = formatSessionLine(at("2027-03-16T15:00:00Z"), at("2027-03-16T23:00:00Z"), PACIFIC);
  expect(line).toBe("Tue, Mar 16, 2027 · 8:00 AM–4:00 PM PDT");
});

test("the same wall time in winter is named in winter's zone", () => {
  expect(formatTimeRange(at("2027-03-09T16:00:00Z"), at("2027-03-10T00:00:00Z"), PACIFIC)).toBe("8:00 AM–4:00 PM PST");
});

test("a range across the clock change names both zones", () => {
  expect(formatTimeRange(at("2026-11-01T08:30:00Z"), at("2026-11-01T10:30:00Z"), PACIFIC)).toBe(
    "1:30 AM PDT–2:30 AM PST",
  );
});

test("a range past midnight names the day it ends on", () => {
  expect(formatTimeRange(at("2027-01-12T04:00:00Z"), at("2027-01-12T09:00:00Z"), PACIFIC)).toBe(
    "8:00 PM–Tue, Jan 12, 2027, 1:00 AM PST",
  );
});

test("noon and midnight are twelve o'clock", () => {
  expect(formatDateTime(at("2027-03-09T20:00:00Z"), PACIFIC)).toBe("Tue, Mar 9, 2027 · 12:00 PM PST");
  expect(formatDateTime(at("2027-03-09T08:00:00Z"), PACIFIC)).toBe("Tue, Mar 9, 2027 · 12:00 AM PST");
});

test("an instant late in the day keeps the day of its zone", () => {
  expect(formatDate(at("2027-03-10T05:00:00Z"), PACIFIC)).toBe("Tue, Mar 9, 2027");
});

test("a plain date has no zone to shift it", () => {
  expect(formatPlainDate("2027-03-09")).toBe("Tue, Mar 9, 2027");
  expect(formatPlainDate("soon")).toBe("soon");
});

test("one is singular and everything else is not", () => {
  expect(plural(1, "seat")).toBe("1 seat");
  expect(plural(0, "seat")).toBe("0 seats");
  expect(plural(1200, "seat")).toBe("1,200 seats");
  expect(plural(2, "person", "people")).toBe("2 people");
});

test("an age is cut to its largest unit", () => {
  expect(formatAge(20_000)).toBe("moments");
  expect(formatAge(60_000)).toBe("1 minute");
  expect(formatAge(7_200_000)).toBe("2 hours");
  expect(formatAge(3 * 86_400_000 + 5)).toBe("3 days");
  expect(formatAge(-5)).toBe("moments");
});

test("the name of a kind reads as words", () => {
  expect(describeKind("seat-offered")).toBe("Seat offered");
  expect(describeKind("digest")).toBe("Digest");
});

test.each([
  [1, "1 KB"],
  [348_160, "340 KB"],
  [1_048_000, "1023 KB"],
  [1_258_291, "1.2 MB"],
  [20 * 1024 * 1024, "20 MB"],
])("a file of %i bytes has %s", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

test("a day in a sentence has its month in full and no weekday", () => {
  expect(["2028-06-30", "2027-05-01", "2027-09-09", "someday"].map(longDayOf)).toEqual([
    "June 30, 2028",
    "May 1, 2027",
    "September 9, 2027",
    "someday",
  ]);
});
