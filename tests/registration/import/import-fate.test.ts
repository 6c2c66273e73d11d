import { expect, test } from "vitest";
import { fateInWords, type PlannedRow } from "~/registration/import/import-fate";

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
