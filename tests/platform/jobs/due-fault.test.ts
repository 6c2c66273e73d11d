import { expect, test } from "vitest";
import { nextTryAt } from "~/platform/jobs/due-fault";
import { MINUTE, TEST_NOW } from "../../support/clock";

test.each([
  [1, 1],
  [2, 5],
  [3, 30],
  [4, 120],
  [5, 720],
])("a row that failed %i times waits %i minutes", (tries, minutes) => {
  expect(nextTryAt(tries, TEST_NOW)).toBe(TEST_NOW + minutes * MINUTE);
});

test.each([6, 7, 100])("a row that failed %i times is given up", (tries) => {
  expect(nextTryAt(tries, TEST_NOW)).toBeNull();
});
