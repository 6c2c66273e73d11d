import { expect, test } from "vitest";
import { matchExpression } from "~/catalog/courses/search-words";

test.each([
  ["tide pools", '"tide" "pools"*'],
  ["  tide\t\npools ", '"tide" "pools"*'],
  ['say "hi"', '"say" """hi"""*'],
  ["NEAR(a b)", '"NEAR(a" "b)"*'],
  ["a* OR -b", '"a*" "OR" "-b"*'],
  ["título:Niños", '"título:Niños"*'],
  ["Đại học", '"Đại" "học"*'],
  ["አበበ", '"አበበ"*'],
  ["tide\0pools", '"tide" "pools"*'],
  ["tide & pools", '"tide" "pools"*'],
  ["4", '"4"*'],
  ['"', null],
  ["* ( )", null],
  ["\0", null],
  ["", null],
])("search words %j become %j", (typed, expected) => {
  expect(matchExpression(typed)).toBe(expected);
});

test("at most twelve words are looked for", () => {
  const words = Array.from({ length: 13 }, (_, index) => `w${index}`);
  expect(matchExpression(words.join(" "))!.split(" ")).toHaveLength(12);
});
