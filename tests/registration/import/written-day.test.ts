import { expect, test } from "vitest";
import { dayOfText } from "~/registration/import/written-day";

test.each([
  ["2026-09-01", "2026-09-01"],
  ["2026/9/1", "2026-09-01"],
  ["20260901", "2026-09-01"],
  ["9/1/2026", "2026-09-01"],
  ["09/01/26", "2026-09-01"],
  ["09-01-2026", "2026-09-01"],
  ["1/5/2026", "2026-01-05"],
  ["01-Sep-26", "2026-09-01"],
  ["1 Sept. 2026", "2026-09-01"],
  ["01SEP2026", "2026-09-01"],
  ["Sep 1, 2026", "2026-09-01"],
  ["September 1st, 2026", "2026-09-01"],
  ["46266", "2026-09-01"],
  ["46266.0", "2026-09-01"],
  ["46266.375", "2026-09-01"],
  ["2958465", "9999-12-31"],
  ["99991231", "9999-12-31"],
])("%s is the day %s", (text, day) => {
  expect(dayOfText(text)).toBe(day);
});

test.each([
  "9/1/2026 12:00:00 AM",
  "9/1/2026 8:30 pm",
  "2026-09-01T00:00:00",
  "2026-09-01 00:00:00.0000000",
  "2026-09-01T00:00:00-07:00",
  "01-Sep-2026 00:00",
])("the time of day in %s says nothing of the day", (text) => {
  expect(dayOfText(text)).toBe("2026-09-01");
});

test("a year of two digits is one in which somebody can have been hired", () => {
  expect(dayOfText("8/25/98")).toBe("1998-08-25");
  expect(dayOfText("25-Aug-49")).toBe("2049-08-25");
  expect(dayOfText("25-Aug-50")).toBe("1950-08-25");
});

test.each(["", "soon", "13/1/2026", "2/30/2026", "1.9.2026", "2026-13-01", "12345678", "0", "9/1-2026", "31-Sep-26"])(
  "“%s” is no day",
  (text) => {
    expect(dayOfText(text)).toBeNull();
  },
);
