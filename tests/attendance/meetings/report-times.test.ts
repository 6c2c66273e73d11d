import { expect, test } from "vitest";
import {
  dayOfWritten,
  orderByNumbers,
  readMinutes,
  readTimeAlone,
  readWrittenTime,
  WallClock,
} from "~/attendance/meetings/report-times";
import { at, ZONE } from "../../support/clock";

test.each([
  ["1:00", 3_600],
  ["13:05:09", 47_109],
  ["12:00 AM", 0],
  ["12:30 pm", 45_000],
  ["1:00 P.M.", 46_800],
  ["1:00\u202fPM", 46_800],
  ["0:30 AM", null],
  ["24:00", null],
  ["1:5", null],
  ["1:00 XM", null],
])("%j is %j seconds of a day", (cell, seconds) => {
  expect(readTimeAlone(cell)).toBe(seconds);
});

test.each([
  ["117", 117],
  ["117.9", 117],
  ["1 hr 57 min", 117],
  ["2 hr", 120],
  ["1h 55m 36s", 115],
  ["59s", 0],
  ["1:57:30", 117],
  ["", null],
  ["-5", null],
  ["soon", null],
])("%j lasts %j minutes", (cell, minutes) => {
  expect(readMinutes(cell)).toBe(minutes);
});

test("a date is read in an order, with a year of two digits in this century", () => {
  const written = readWrittenTime("3/4/27 10:00")!;
  expect([dayOfWritten(written, "month-first"), dayOfWritten(written, "day-first")]).toEqual([
    "2027-03-04",
    "2027-04-03",
  ]);
  expect(dayOfWritten(readWrittenTime("2027-03-04 10:00")!, "month-first")).toBe("2027-03-04");
  expect(dayOfWritten(readWrittenTime("31/4/2027 10:00")!, "day-first")).toBeNull();
  expect(readWrittenTime("Course of 3/4/27 10:00")).toBeNull();
});

test.each([
  [["1/5/27 1:00", "2/12/27 1:00"], null],
  [["1/5/27 1:00", "2/13/27 1:00"], "month-first"],
  [["13/5/27 1:00"], "day-first"],
  [["13/5/27 1:00", "5/13/27 1:00"], "contradictory"],
  [["2027-01-05 1:00"], "year-first"],
  [[], null],
])("the numbers of %j say %j", (cells, order) => {
  expect(orderByNumbers(cells.map((cell) => readWrittenTime(cell)!))).toBe(order);
});

test("the clock counts from the beginning of a day, and looks up the days on which it is changed", () => {
  const clock = new WallClock(ZONE);
  expect(clock.at("2027-01-05", 15 * 3_600 + 45 * 60 + 7)).toBe(at("2027-01-05T15:45:07"));
  expect(clock.at("2027-03-14", 3 * 3_600 + 30 * 60)).toBe(at("2027-03-14T03:30"));
  expect(clock.at("2026-11-01", 90 * 60)).toBe(Date.UTC(2026, 10, 1, 8, 30));
});
