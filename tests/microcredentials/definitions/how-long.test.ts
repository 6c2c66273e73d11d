import { expect, test } from "vitest";
import { howLong, medianDays } from "~/microcredentials/definitions/how-long";
import { DAY } from "../../support/clock";

// Days of each, and the days that half of them took at most.
test.each([
  ["none", [], null],
  ["one", [3], 3],
  ["an odd number", [9, 1, 4], 4],
  ["an even number", [1, 2, 8, 9], 2],
  ["less than a day", [0.1, 0.2, 0.3], 1],
  ["a part of a day", [1.2, 2.4, 3.1], 3],
])("the median of %s", (_what, days, expected) => {
  expect(medianDays(days.map((each) => each * DAY))).toBe(expected);
});

test("P4 nothing is said before five were awarded", () => {
  const days = (count: number) => Array.from({ length: count }, (_, index) => (index + 1) * DAY);
  expect(howLong(days(4), days(20))).toBeNull();
  expect(howLong(days(5), days(3))).toEqual({ toAward: 3, toDecision: 2 });
  expect(howLong(days(5), [])).toBeNull();
});
