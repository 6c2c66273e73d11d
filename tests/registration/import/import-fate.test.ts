import { expect, test } from "vitest";
import { fateInWords, numbersInShort, type PlannedRow } from "~/registration/import/import-fate";

const row = (changes: Partial<PlannedRow>): PlannedRow => ({
  line: 1,
  shown: "Ada Ames",
  email: "ada@test.example",
  fate: "register",
  invited: false,
  adds: [],
  reason: null,
  ...changes,
});

test.each([
  [row({}), "Will register"],
  [row({ fate: "wait" }), "Will wait"],
  [row({ fate: "already" }), "Already in"],
  [row({ fate: "bad", reason: "No address" }), "No address"],
  [row({ invited: true }), "Will register; unknown, will be invited"],
  [row({ fate: "wait", invited: true }), "Will wait; unknown, will be invited"],
  [
    row({ adds: ["the workplace in Kent", "the certificate number"] }),
    "Will register; adds the workplace in Kent and the certificate number",
  ],
])("R8 what becomes of a line: %j", (planned, words) => {
  expect(fateInWords(planned)).toBe(words);
});

test.each([
  [[], ""],
  [[2], "2"],
  [[2, 4], "2 and 4"],
  [
    Array.from({ length: 22 }, (_, index) => index + 1),
    `${Array.from({ length: 20 }, (_, index) => index + 1).join(", ")} and 2 more`,
  ],
])("numbers of lines %j read %s", (lines, words) => {
  expect(numbersInShort(lines)).toBe(words);
});
