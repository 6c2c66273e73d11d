import { expect, test } from "vitest";
import {
  contentToKeep,
  countWords,
  findMissing,
  findPartFault,
  givenFiles,
  isOpenPart,
  wordsOfFault,
} from "~/microcredentials/portfolios/portfolio";
import { criterion, definition, part } from "../../support/microcredentials/definitions";

test.each([
  ["", 0],
  ["  \n ", 0],
  ["One two, three.", 3],
  ["It’s well-being; I don't know", 5],
  ["Số 7.5 giờ – đủ", 4],
  ["教育 を", 2],
])("the words of %j", (text, words) => {
  expect(countWords(text)).toBe(words);
});

const text = { ...part({ leastWords: 3, mostWords: 5 }), key: "p" };
const files = { ...part({ kind: "file", most: 2 }), key: "f" };
const content = (value: string) => ({ text: value, links: [], files: [] });
const file = { id: "1", name: "plan.pdf", size: 10 };

test.each([
  [text, undefined, "Nothing is here yet."],
  [text, content("one two"), "2 of at least 3 words."],
  [text, content("one two three"), null],
  [text, content("a b c d e f"), "6 words; at most 5 fit."],
  [{ ...text, required: false }, undefined, null],
  [{ ...text, required: false }, content("one"), "1 of at least 3 words."],
  [files, undefined, "Nothing is here yet."],
  [files, { text: "", links: [], files: [file] }, null],
  [files, { text: "", links: [], files: [file, file, file] }, "3 are here; at most 2 fit."],
  [{ ...files, kind: "link" as const }, { text: "", links: ["https://a.example"], files: [] }, null],
])("what a part lacks", (row, has, expected) => {
  const fault = findPartFault(row, has);
  expect(fault && wordsOfFault(fault)).toBe(expected);
});

test("what is missing stands in the order of the page", () => {
  const asked = definition({ evidence: [files, text] });
  expect(findMissing(asked, {}).map(({ part: { key } }) => key)).toEqual(["f", "p"]);
  expect(findMissing(asked, { p: content("one two three") }).map(({ part: { key } }) => key)).toEqual(["f"]);
});

test("M1: after a not yet, only evidence for what is still open can be changed", () => {
  const asked = definition({
    criteria: ["a", "b"].map((key) => ({ ...criterion(key), key })),
    evidence: [text],
  });
  const of = (...keys: string[]) => ({ ...text, criteria: keys });
  expect(isOpenPart(of("a"), asked, [])).toBe(true);
  expect(isOpenPart(of("a"), asked, ["a"])).toBe(false);
  expect(isOpenPart(of("a", "b"), asked, ["a"])).toBe(true);
  expect(isOpenPart(of(), asked, ["a"])).toBe(true);
});

test("what a scan refused is no evidence, and is not handed in; what is handed in holds no more than names and sizes", () => {
  const refused = { ...file, id: "2", held: { verdict: "refused", reason: "Eicar" } as const };
  const waiting = { ...file, held: { verdict: "waiting" } as const };
  expect(givenFiles({ text: "", links: [], files: [refused, waiting] })).toEqual([waiting]);
  expect(findPartFault(files, { text: "", links: [], files: [refused] })).toEqual({ kind: "empty" });
  expect(contentToKeep({ f: { text: "", links: [], files: [refused, file] }, p: content("Words") })).toEqual({
    f: { text: "", links: [], files: [file] },
    p: content("Words"),
  });
});
