import { expect, test } from "vitest";
import { dayOf } from "~/platform/format";

test.each([
  ["2027-03-09", "Mar 9, 2027"],
  ["2028-02-29", "Feb 29, 2028"],
  ["not yet", "not yet"],
])("the day %s is written %s", (day, words) => {
  expect(dayOf(day)).toBe(words);
});
