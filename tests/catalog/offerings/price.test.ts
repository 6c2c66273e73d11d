import { expect, test } from "vitest";
import { priceInWords } from "~/catalog/offerings/price";

test.each([
  [0, "No charge"],
  [1, "$0.01"],
  [4500, "$45.00"],
  [125_000, "$1,250.00"],
])("%i cents read %s", (cents, words) => {
  expect(priceInWords(cents)).toBe(words);
});
