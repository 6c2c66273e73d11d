import { expect, test } from "vitest";
import { inOrder, pgpYearOf } from "~/renewal/growth-plan-year";

test.each([
  ["2024-06-30", 2023],
  ["2024-07-01", 2024],
  ["2025-01-01", 2024],
])("N1 %s is in the growth plan's year that begins in %d", (day, year) => {
  expect(pgpYearOf(day)).toBe(year);
});

test("texts are ordered by code units", () => {
  expect(["b", "B", "a", "é", "aa"].sort(inOrder)).toEqual(["B", "a", "aa", "b", "é"]);
});
