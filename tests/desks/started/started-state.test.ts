import { expect, test } from "vitest";
import { effectInWords, secondsLeft } from "~/desks/started/started-state";

test("an effect says how many are told", () => {
  expect(effectInWords("Post 34 credits", 0)).toBe("Post 34 credits.");
  expect(effectInWords("Post 1 credit", 1)).toBe("Post 1 credit. 1 person is told by mail.");
  expect(effectInWords("Send “Bring boots”", 1_200)).toBe("Send “Bring boots”. 1,200 people are told by mail.");
});

test("seconds are counted up to the whole, and never below none", () => {
  expect(secondsLeft(10_000, 0)).toBe(10);
  expect(secondsLeft(10_000, 9_001)).toBe(1);
  expect(secondsLeft(10_000, 10_000)).toBe(0);
  expect(secondsLeft(10_000, 99_000)).toBe(0);
});
