import { expect, test } from "vitest";
import {
  csvLimitInWords,
  csvName,
  matchingInWords,
  MOST_COUNTED,
  totalInShort,
  totalInWords,
} from "~/platform/lists/list-limit";

const PEOPLE = { noun: "person", nouns: "people" };

test.each([
  [1, "All 1 person that match"],
  [120, "All 120 people that match"],
  [MOST_COUNTED, "All 1,000 people that match"],
  [MOST_COUNTED + 1, "All that match, up to 10,000 people"],
])("of %i rows, as many are meant as are said", (total, words) => {
  expect(matchingInWords(total, PEOPLE)).toBe(words);
});

test("rows are counted as far as somebody may read them", () => {
  expect([1, 1_000, 1_001].map((total) => totalInWords(total, PEOPLE))).toEqual([
    "1 person",
    "1,000 people",
    "more than 1,000 people",
  ]);
});

test("where there is little room, a plus says that there are more", () => {
  expect([120, 1_000, 1_001].map(totalInShort)).toEqual(["120", "1,000", "1,000+"]);
});

test("a CSV that leaves rows out says so before it is taken, and in its name", () => {
  expect(csvLimitInWords(MOST_COUNTED, { noun: "entry", nouns: "entries" })).toBeNull();
  expect(csvLimitInWords(MOST_COUNTED + 1, { noun: "entry", nouns: "entries" })).toBe(
    "The CSV holds at most the first 50,000 entries, in the order of the list. If there are more, filter it, by date perhaps, to take the others.",
  );
  expect(csvName("claims", { rows: 3, total: 3 })).toBe("claims.csv");
  expect(csvName("audit-log", { rows: 50_000, total: 61_234 })).toBe("audit-log-first-50000-of-61234.csv");
});
