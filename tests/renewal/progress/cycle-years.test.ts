import { expect, test } from "vitest";
import { cycleYears } from "~/renewal/progress/cycle-years";

const WINDOW = { from: "2023-07-15", to: "2028-06-30" };
const on = (completedOn: string, minutes = 60) => ({ id: completedOn, completedOn, minutes });

test("N1 a cycle is told by years from the day of issue on; the last ends with it", () => {
  const years = cycleYears(WINDOW, [], "2026-10-05");
  expect(years.map(({ from, to }) => `${from} ${to}`)).toEqual([
    "2023-07-15 2024-07-14",
    "2024-07-15 2025-07-14",
    "2025-07-15 2026-07-14",
    "2026-07-15 2027-07-14",
    "2027-07-15 2028-06-30",
  ]);
  expect(years.map(({ isNow }) => isNow)).toEqual([false, false, false, true, false]);
});

test("the first and the last day of a year belong to it, and nothing falls into two", () => {
  const days = ["2023-07-15", "2024-07-14", "2024-07-15", "2028-06-30"];
  const years = cycleYears(
    WINDOW,
    days.map((day) => on(day)),
    "2030-01-01",
  );
  expect(years.map(({ ids }) => ids)).toEqual([["2023-07-15", "2024-07-14"], ["2024-07-15"], [], [], ["2028-06-30"]]);
  expect(years.map(({ minutes }) => minutes)).toEqual([120, 60, 0, 0, 60]);
  expect(years.some(({ isNow }) => isNow)).toBe(false);
});

test("a mistyped date of issue does not make a page of a hundred years", () => {
  expect(cycleYears({ from: "1023-07-01", to: "2028-06-30" }, [], "2026-10-05")).toHaveLength(12);
});
