import { expect, test } from "vitest";
import { type Answers, summarize } from "~/credits/evaluation/evaluation-summary";

const SCALE = { key: "objectives", text: "How far?", kind: "scale" as const };
const WORDS = { key: "suggestions", text: "What?", kind: "text" as const };
const given = (...values: number[]) => values.map((objectives) => ({ objectives }));

test.each([
  [[5, 5, 4, 4, 3], 42],
  [[5], 50],
  [[4, 5], 45],
  [[4, 4, 4, 5], 43],
  [[1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2], 11],
  [[1, 2, 2], 17],
  [[], null],
])("T6 the mean of %j is %j tenths, halves up", (values, tenths) => {
  expect(summarize([SCALE], given(...values))[0]).toMatchObject({ count: values.length, tenths });
});

test("T6 answers are counted from the best to the worst, with those that nobody gave", () => {
  const [summary] = summarize([SCALE], given(5, 5, 4, 4, 3));
  const bars = [5, 4, 3, 2, 1].map((value, index) => ({ value, count: [2, 2, 1, 0, 0][index] }));
  expect(summary).toMatchObject({ bars });
});

test("T6 only answers of a question's own kind count, and words that say something", () => {
  const answers: Answers[] = [
    { objectives: "5" },
    { suggestions: " " },
    { suggestions: "More time" },
    { suggestions: 3 },
  ];
  expect(summarize([SCALE, WORDS], answers)).toMatchObject([{ count: 0, tenths: null }, { words: ["More time"] }]);
});
