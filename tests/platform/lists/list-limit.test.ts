import { expect, test } from "vitest";
import { csvLimitInWords, csvName, matchingInWords, MOST_COUNTED, MOST_MATCHING, totalInWords } from "~/platform/lists/list-limit";

const PEOPLE = { noun: "person", nouns: "people" };

test.each([
  [1, "All 1 person that match"],
  [120, "All 120 people that match"],
  [MOST_MATCHING, "All 10,000 people that match"],
  [MOST_COUNTED + 1, "The first 10,000 of more than 10,000 people that match"],
])("of %i rows, as many are meant as are said", (total, words) => {
  expect(matchingInWords(total, PEOPLE)).toBe(words);
});

test("rows are counted as far as somebody may read them", () => {
  expect([1, 10_000, 10_001].map((total) => totalInWords(total, PEOPLE))).toEqual([
    "1 person",
    "10,000 people",
    "more than 10,000 people",
  ]);
});

test("a CSV that leaves rows out says so before it is taken, and in its name", () => {
  expect(csvLimitInWords(MOST_COUNTED, { noun: "entry", nouns: "entries" })).toBeNull();
  expect(csvLimitInWords(MOST_COUNTED + 1, { noun: "entry", nouns: "entries" })).toBe(
    "The CSV holds at most the first 50,000 entries, in the order of the list. If there are more, filter it, by date perhaps, to take the others.",
  );
  expect(csvName("claims", { rows: 3, total: 3 })).toBe("claims.csv");
  expect(csvName("audit-log", { rows: 50_000, total: 61_234 })).toBe("audit-log-first-50000-of-61234.csv");
});
