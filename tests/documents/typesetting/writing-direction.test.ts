import { expect, test } from "vitest";
import { clustersOf, hasRightToLeft, stretchesOf } from "~/documents/typesetting/writing-direction";

test.each([
  ["", []],
  ["Anna Bell", [["Anna Bell", false]]],
  ["محمد العلي", [["محمد العلي", true]]],
  ["محمد، العلي", [["محمد، العلي", true]]],
  ["יעל כהן", [["יעל כהן", true]]],
  [
    "Prof. محمد العلي (PSESD)",
    [
      ["Prof. ", false],
      ["محمد العلي", true],
      [" (PSESD)", false],
    ],
  ],
  [
    "محمد 4 العلي",
    [
      ["محمد", true],
      [" 4 ", false],
      ["العلي", true],
    ],
  ],
  [
    " محمد ",
    [
      [" ", false],
      ["محمد", true],
      [" ", false],
    ],
  ],
] as [string, [string, boolean][]][])("%j is read in stretches of one direction", (text, expected) => {
  const found = stretchesOf(text).map(({ clusters, rtl }) => [clusters.join(""), rtl]);
  expect(found).toEqual(expected);
});

test.each([
  ["e\u0301a", ["e\u0301", "a"]],
  ["👩‍🏫!", ["👩‍🏫", "!"]],
  ["", []],
])("%j is made of the characters that people see", (text, clusters) => {
  expect(clustersOf(text)).toEqual(clusters);
});

test.each([
  ["Anna", false],
  ["Anna (محمد)", true],
  ["አበበ", false],
  ["", false],
])("%j is written from right to left somewhere: %s", (text, expected) => {
  expect(hasRightToLeft(text)).toBe(expected);
});
