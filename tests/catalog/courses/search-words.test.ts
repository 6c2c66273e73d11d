import { expect, test } from "vitest";
import { searchWordsOf } from "~/catalog/courses/search-words";

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
  ['"', ""],
  ["* ( )", ""],
  ["\0", ""],
  ["", ""],
])("search words %j become %j", (typed, expected) => {
  expect(
    searchWordsOf(typed)
      .map(({ match }) => match)
      .join(" "),
  ).toBe(expected);
});

test.each([
  ["Co-Teaching", [[" coteaching"]]],
  ["Đại học", [[" dai"], [" hoc"]]],
  ["read/write O’Brien", [[" read", " write"], [" obrien"]]],
  ["in grade 4", [[" in "], [" grade"], [" 4 "]]],
  ["2027-0412", [["20270412"]]],
  ["FCS-06", [["fcs06"]]],
])("folded text must hold, of %j, %j", (typed, expected) => {
  expect(searchWordsOf(typed).map(({ parts }) => parts)).toEqual(expected);
});

test("at most twelve words are looked for", () => {
  const words = Array.from({ length: 13 }, (_, index) => `w${index}`);
  expect(searchWordsOf(words.join(" "))).toHaveLength(12);
});
