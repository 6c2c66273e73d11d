import { expect, test } from "vitest";
import type { Level } from "~/microcredentials/assessment/assessment";
import { agreementByCriterion, agreementOf, kappaInWords, type ScorePair } from "~/microcredentials/practice/agreement";

const D: Level = "demonstrated";
const N: Level = "not-yet";
const pairs = (criterion: string, ...levels: [Level, Level][]): ScorePair[] =>
  levels.map(([mine, agreed]) => ({ criterion, mine, agreed }));

// What was scored beside what was decided, and how it is said (Cohen 1960; worked by hand).
test.each<[string, [Level, Level][], string]>([
  ["nothing", [], "No scores yet"],
  [
    "all the same, of both levels",
    [
      [D, D],
      [N, N],
    ],
    "1.00 (2 of 2 scores the same)",
  ],
  [
    "nothing the same",
    [
      [D, N],
      [N, D],
    ],
    "−1.00 (0 of 2 scores the same)",
  ],
  [
    "as chance gives",
    [
      [D, D],
      [D, N],
      [N, D],
      [N, N],
    ],
    "0.00 (2 of 4 scores the same)",
  ],
  [
    "three of four",
    [
      [D, D],
      [D, D],
      [D, N],
      [N, N],
    ],
    "0.50 (3 of 4 scores the same)",
  ],
  [
    "one level only, agreed",
    [
      [D, D],
      [D, D],
      [D, D],
    ],
    "Not to be reckoned: one level only (3 of 3 scores the same)",
  ],
  ["one score", [[N, N]], "Not to be reckoned: one level only (1 of 1 score the same)"],
  // One of the two always says the same: that is what chance would give, however often they agree.
  [
    "one always demonstrated",
    [
      [D, D],
      [D, D],
      [D, N],
    ],
    "0.00 (2 of 3 scores the same)",
  ],
])("agreement of %s", (_what, levels, words) => {
  expect(kappaInWords(agreementOf(pairs("a", ...levels)))).toBe(words);
});

test("each criterion is reckoned by itself", () => {
  const byCriterion = agreementByCriterion([...pairs("a", [D, D], [N, N]), ...pairs("b", [D, N])]);
  expect([...byCriterion].map(([key, { count, same, kappa }]) => [key, count, same, kappa])).toEqual([
    ["a", 2, 2, 1],
    ["b", 1, 0, 0],
  ]);
});
