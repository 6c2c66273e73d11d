import fc from "fast-check";
import { expect, test } from "vitest";
import { intersectIntervals, mergeIntervals, subtractIntervals, totalLength } from "~/credits/counting/interval";

type Pairs = [number, number][];
const list = (pairs: Pairs) => pairs.map(([from, to]) => ({ from, to }));
const pairsOf = (intervals: { from: number; to: number }[]) => intervals.map(({ from, to }) => [from, to]);

test.each([
  ["nothing", [], []],
  [
    "apart",
    [
      [0, 2],
      [4, 6],
    ],
    [
      [0, 2],
      [4, 6],
    ],
  ],
  [
    "touching",
    [
      [0, 2],
      [2, 4],
    ],
    [[0, 4]],
  ],
  [
    "one within another",
    [
      [0, 9],
      [2, 4],
    ],
    [[0, 9]],
  ],
  [
    "out of order",
    [
      [4, 6],
      [0, 5],
    ],
    [[0, 6]],
  ],
  [
    "without length, or backwards",
    [
      [3, 3],
      [5, 4],
    ],
    [],
  ],
] as [string, Pairs, Pairs][])("merging: %s", (_what, given, expected) => {
  expect(pairsOf(mergeIntervals(list(given)))).toEqual(expected);
});

test("merging changes nothing of what it was given", () => {
  const given = list([
    [0, 2],
    [1, 5],
  ]);
  mergeIntervals(given);
  expect(pairsOf(given)).toEqual([
    [0, 2],
    [1, 5],
  ]);
});

test.each([
  ["nothing in common", [[0, 2]], [[2, 4]], [], [[0, 2]]],
  ["the same", [[0, 2]], [[0, 2]], [[0, 2]], []],
  ["a part at the end", [[0, 4]], [[3, 9]], [[3, 4]], [[0, 3]]],
  ["a part at the start", [[2, 6]], [[0, 3]], [[2, 3]], [[3, 6]]],
  [
    "a hole",
    [[0, 9]],
    [[3, 4]],
    [[3, 4]],
    [
      [0, 3],
      [4, 9],
    ],
  ],
  [
    "two holes in two",
    [
      [0, 4],
      [6, 9],
    ],
    [
      [1, 2],
      [3, 7],
    ],
    [
      [1, 2],
      [3, 4],
      [6, 7],
    ],
    [
      [0, 1],
      [2, 3],
      [7, 9],
    ],
  ],
  ["nothing to take away", [[0, 4]], [], [], [[0, 4]]],
] as [string, Pairs, Pairs, Pairs, Pairs][])(
  "what two lists share, and what is left: %s",
  (_what, a, b, both, left) => {
    expect(pairsOf(intersectIntervals(list(a), list(b)))).toEqual(both);
    expect(pairsOf(subtractIntervals(list(a), list(b)))).toEqual(left);
  },
);

test("H6 no minute is lost and none counts twice: what is shared and what is left are the whole", () => {
  const intervals = fc
    .array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 8 })
    .map((pairs) => mergeIntervals(list(pairs)));
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const [both, left] = [intersectIntervals(a, b), subtractIntervals(a, b)];
      expect(totalLength(both) + totalLength(left)).toBe(totalLength(a));
      expect(mergeIntervals([...both, ...left])).toEqual(a);
      expect(intersectIntervals(left, b)).toEqual([]);
    }),
  );
});
