import { expect, test } from "vitest";
import { type ChangeWords, wordsOfChange } from "~/people/history/change-words";
import type { Changes } from "~/platform/audit/changes";

const WORDS: ChangeWords = {
  actions: new Map([["thing.changed", "Changed"]]),
  fields: new Map([
    ["name", "name"],
    ["count", "count"],
    ["open", "open"],
    ["list", "list"],
    ["day", "first day"],
  ]),
  value: (field, value) => (field === "day" ? `the ${String(value)}` : null),
};

test.each<[Changes, string]>([
  [{}, "Changed"],
  [{ name: ["A", "B"] }, "Changed: name from “A” to “B”"],
  [{ name: [null, "B"], count: [1, 2] }, "Changed: name “B”; count from 1 to 2"],
  [{ name: ["A", null], count: [1, 2] }, "Changed: name from “A” to none; count from 1 to 2"],
  [{ name: ["A", ""], day: ["2nd", null] }, "Changed: name “A”; first day the 2nd"],
  [{ open: [false, true], day: ["2nd", "3rd"] }, "Changed: open from no to yes; first day from the 2nd to the 3rd"],
  [{ list: [[1], [2]] }, "Changed: list from “[1]” to “[2]”"],
  [{ name: [null, ""], secret: ["a", "b"] }, "Changed"],
])("a change reads as a sentence: %j", (changes, words) => {
  expect(wordsOfChange(WORDS, "thing.changed", changes)).toBe(words);
});

test("an action without words stands as it is", () => {
  expect(wordsOfChange(WORDS, "thing.eaten", {})).toBe("thing.eaten");
});
