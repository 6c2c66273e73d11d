import { expect, test } from "vitest";
import { completenessInWords, sectionsOfIndex } from "~/documents/binding/pack-index";

const file = (number: number, pages: number) => ({
  number,
  title: `File ${number}`,
  on: "2027-03-09",
  code: "",
  pages,
});

test("each group names its files, with the page of the bound file on which each begins", () => {
  const files = [file(1, 2), file(2, 0), file(3, 1), file(4, 1)];
  const groups = [
    { heading: "All", numbers: [1, 3] },
    { heading: "Nothing", numbers: [] },
    { heading: "Topic", numbers: [2, 4] },
  ];
  expect(
    sectionsOfIndex(groups, files, 3).map(({ heading, rows }) => [heading, rows.map(({ cells }) => cells.at(-1))]),
  ).toEqual([
    ["All", ["Page 4", "Page 6"]],
    ["Topic", ["A file apart", "Page 7"]],
  ]);
});

test.each([
  [[], 1, "Nothing is missing. Packed: 1 file, each checked against its digest while it was packed."],
  [["a"], 2, "1 thing is missing. Packed: 2 files, each checked against its digest while it was packed."],
  [["a", "b"], 1, "2 things are missing. Packed: 1 file, each checked against its digest while it was packed."],
])("with %j missing of a pack of %i: %s", (missing, files, words) => {
  expect(completenessInWords(missing, files)).toBe(words);
});
