import { expect, test } from "vitest";
import { fitsIncrement, stepsAround } from "~/credits/counting/increment";

const HALF = { incrementMinutes: 30 };

test.each([
  [0, HALF, undefined, true],
  [210, HALF, undefined, true],
  // 3.7 hours
  [222, HALF, undefined, false],
  [222, HALF, 222, true],
  [222, { incrementMinutes: 1 }, undefined, true],
  [45, { incrementMinutes: 15 }, undefined, true],
])("H2 %i minutes in steps of %o: fit, or stand already (%s)", (minutes, policy, standing, fits) => {
  expect(fitsIncrement(minutes, policy, standing)).toBe(fits);
});

test("the steps around hours that do not fit are named", () => {
  expect(stepsAround(222, HALF)).toEqual({ lower: "3.5", upper: "4" });
  expect(stepsAround(10, HALF)).toEqual({ lower: "0", upper: "0.5" });
});
