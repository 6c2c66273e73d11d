import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkScores,
  decide,
  type Judged,
  kappaOf,
  type Level,
  LEVELS,
} from "~/microcredentials/assessment/assessment";

const D: Level = "demonstrated";
const N: Level = "not-yet";
const judged = (input: Partial<Judged>): Judged => ({
  criteria: ["a", "b"],
  settled: [],
  first: null,
  second: null,
  third: null,
  isDrawn: false,
  isAsked: false,
  ...input,
});

// M1, row by row: what was judged, and what follows.
test.each<[string, Partial<Judged>, ReturnType<typeof decide>]>([
  ["nobody has read it", {}, { kind: "judge", place: "first", criteria: ["a", "b"] }],
  ["one criterion is still open", { first: { a: D } }, { kind: "judge", place: "first", criteria: ["a", "b"] }],
  [
    "the first finds all of it",
    { first: { a: D, b: D } },
    { kind: "decided", levels: { a: D, b: D }, isDemonstrated: true },
  ],
  [
    "the first misses one",
    { first: { a: D, b: N } },
    { kind: "decided", levels: { a: D, b: N }, isDemonstrated: false },
  ],
  [
    "a second was drawn",
    { first: { a: D, b: D }, isDrawn: true },
    { kind: "judge", place: "second", criteria: ["a", "b"] },
  ],
  [
    "the first asked for a second",
    { first: { a: D, b: D }, isAsked: true },
    { kind: "judge", place: "second", criteria: ["a", "b"] },
  ],
  [
    "a coordinator asked before anybody has read it",
    { isAsked: true },
    { kind: "judge", place: "first", criteria: ["a", "b"] },
  ],
  [
    "a second was asked for and drawn, too: one is enough",
    { first: { a: D, b: N }, second: { a: D, b: N }, isDrawn: true, isAsked: true },
    { kind: "decided", levels: { a: D, b: N }, isDemonstrated: false },
  ],
  [
    "they disagree where a second was asked for",
    { first: { a: N, b: N }, second: { a: N, b: D }, isAsked: true },
    { kind: "judge", place: "third", criteria: ["b"] },
  ],
  [
    "a second is asked for what an earlier round left open",
    { settled: ["a"], first: { b: D }, isAsked: true },
    { kind: "judge", place: "second", criteria: ["b"] },
  ],
  [
    "both agree",
    { first: { a: D, b: N }, second: { a: D, b: N }, isDrawn: true },
    { kind: "decided", levels: { a: D, b: N }, isDemonstrated: false },
  ],
  [
    "they disagree on one",
    { first: { a: D, b: N }, second: { a: D, b: D }, isDrawn: true },
    { kind: "judge", place: "third", criteria: ["b"] },
  ],
  [
    "a third decides that one",
    { first: { a: D, b: N }, second: { a: D, b: D }, third: { b: D }, isDrawn: true },
    { kind: "decided", levels: { a: D, b: D }, isDemonstrated: true },
  ],
  [
    "a third says nothing of what both agree on",
    { first: { a: N, b: N }, second: { a: N, b: D }, third: { a: D, b: D }, isDrawn: true },
    { kind: "decided", levels: { a: N, b: D }, isDemonstrated: false },
  ],
  [
    "an earlier round demonstrated one",
    { settled: ["a"], first: { b: D } },
    { kind: "decided", levels: { a: D, b: D }, isDemonstrated: true },
  ],
  [
    "what an earlier round demonstrated is not asked again",
    { settled: ["a"] },
    { kind: "judge", place: "first", criteria: ["b"] },
  ],
])("M1: %s", (_what, input, expected) => {
  expect(decide(judged(input))).toEqual(expected);
});

const level = fc.constantFrom(...LEVELS);
const scores = fc.record({ a: level, b: level, c: level });

test("M1: all criteria are demonstrated, or it is not; where two agree, a third changes nothing", () => {
  fc.assert(
    fc.property(scores, scores, scores, fc.subarray(["a", "b", "c"]), (first, second, third, settled) => {
      const verdict = decide({
        criteria: ["a", "b", "c"],
        settled,
        first,
        second,
        third,
        isDrawn: true,
        isAsked: false,
      });
      if (verdict.kind !== "decided") throw new Error("Everybody has scored.");
      for (const key of ["a", "b", "c"] as const) {
        const agreed = settled.includes(key) ? D : first[key] === second[key] ? first[key] : third[key];
        expect(verdict.levels[key]).toBe(agreed);
      }
      expect(verdict.isDemonstrated).toBe(Object.values(verdict.levels).every((each) => each === D));
    }),
  );
});

test("M1: whether a second was drawn or asked for makes no difference; without either, the first alone decides", () => {
  const maybe = fc.option(scores, { nil: null });
  fc.assert(
    fc.property(maybe, maybe, maybe, fc.subarray(["a", "b", "c"]), (first, second, third, settled) => {
      const known = { criteria: ["a", "b", "c"], settled, first, second, third };
      const drawn = decide({ ...known, isDrawn: true, isAsked: false });
      expect(decide({ ...known, isDrawn: false, isAsked: true })).toEqual(drawn);
      expect(decide({ ...known, isDrawn: true, isAsked: true })).toEqual(drawn);
      const alone = decide({ ...known, isDrawn: false, isAsked: false });
      expect(alone).toEqual(decide({ ...known, second: null, third: null, isDrawn: false, isAsked: false }));
      // Asking never decides anything by itself: it can only make somebody else read first.
      if (drawn.kind === "decided" && first) expect(alone.kind).toBe("decided");
    }),
  );
});

test.each([
  [
    "whole",
    [
      { criterion: "a", level: D, comment: "" },
      { criterion: "b", level: N, comment: "More" },
    ],
    null,
  ],
  ["one missing", [{ criterion: "a", level: D, comment: "" }], "not-every-criterion"],
  [
    "one twice",
    [
      { criterion: "a", level: D, comment: "" },
      { criterion: "a", level: D, comment: "" },
    ],
    "not-every-criterion",
  ],
  [
    "a foreign one",
    [
      { criterion: "a", level: D, comment: "" },
      { criterion: "z", level: D, comment: "" },
    ],
    "foreign-criterion",
  ],
  [
    "not yet, in silence",
    [
      { criterion: "a", level: D, comment: "" },
      { criterion: "b", level: N, comment: "  " },
    ],
    "comment-missing",
  ],
])("scores that are %s", (_what, given, reason) => {
  const checked = checkScores(["a", "b"], given);
  expect(checked.ok ? null : checked.reason).toBe(reason);
});

const times = (count: number, one: Level, other: Level) =>
  Array.from({ length: count }, (): [Level, Level] => [one, other]);

// Cohen 1960: (observed - chance) / (1 - chance), worked by hand.
test.each([
  [
    "full agreement",
    [
      [D, D],
      [N, N],
    ],
    1,
  ],
  [
    "full disagreement",
    [
      [D, N],
      [N, D],
    ],
    -1,
  ],
  [
    "as chance gives",
    [
      [D, D],
      [D, N],
      [N, D],
      [N, N],
    ],
    0,
  ],
  [
    "20 and 15 of 50 agreed, 5 and 10 not",
    [...times(20, D, D), ...times(5, D, N), ...times(10, N, D), ...times(15, N, N)],
    0.4,
  ],
  ["nothing to compare", [], null],
  [
    "only one level was ever said",
    [
      [D, D],
      [D, D],
    ],
    null,
  ],
] as [string, [Level, Level][], number | null][])("kappa of %s", (_what, pairs, expected) => {
  const kappa = kappaOf(pairs);
  if (expected === null) expect(kappa).toBeNull();
  else expect(kappa).toBeCloseTo(expected, 10);
});
