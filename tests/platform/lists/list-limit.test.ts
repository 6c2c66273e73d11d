import { expect, test } from "vitest";
import { csvLimitInWords, csvName, matchingInWords, MOST_CSV_ROWS, MOST_MATCHING } from "~/platform/lists/list-limit";

const PEOPLE = { noun: "person", nouns: "people" };

test.each([
  [1, "All 1 person that match"],
  [120, "All 120 people that match"],
  [MOST_MATCHING, "All 10,000 people that match"],
  [12_345, "The first 10,000 of 12,345 people that match"],
])("of %i rows, as many are meant as are said", (total, words) => {
  expect(matchingInWords(total, PEOPLE)).toBe(words);
});

test("a CSV that leaves rows out says so before it is taken, and in its name", () => {
  expect(csvLimitInWords(MOST_CSV_ROWS, { noun: "entry", nouns: "entries" })).toBeNull();
  expect(csvLimitInWords(MOST_CSV_ROWS + 1, { noun: "entry", nouns: "entries" })).toBe(
    "The CSV holds the first 50,000 of 50,001 entries, in the order of the list. Filter it, by date perhaps, to take the others.",
  );
  expect(csvName("claims", { rows: 3, total: 3 })).toBe("claims.csv");
  expect(csvName("audit-log", { rows: 50_000, total: 61_234 })).toBe("audit-log-first-50000-of-61234.csv");
});
