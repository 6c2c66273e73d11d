import { expect, test } from "vitest";
import { completesBatch } from "~/credits/evaluation/evaluation-batch";

test.each([
  [0, false],
  [1, false],
  [4, false],
  [5, true],
  [6, true],
])("T6 answers come to light five at once: %i waiting, %s", (waiting, released) => {
  expect(completesBatch(waiting)).toBe(released);
});
