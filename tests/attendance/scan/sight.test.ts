import { expect, test } from "vitest";
import { isNewSight, OUT_OF_SIGHT_MS } from "~/attendance/scan/sight";

test.each([
  ["the first code", null, "a", 0, true],
  ["the next picture of it", ["a", 1_000], "a", 1_040, false],
  ["the same after a moment's blur", ["a", 1_000], "a", 1_000 + OUT_OF_SIGHT_MS - 1, false],
  ["the same, shown again", ["a", 1_000], "a", 1_000 + OUT_OF_SIGHT_MS, true],
  ["another at once", ["a", 1_000], "b", 1_040, true],
] as const)("%s is new: %#", (_, last, text, at, isNew) => {
  expect(isNewSight(last && { text: last[0], at: last[1] }, { text, at })).toBe(isNew);
});
