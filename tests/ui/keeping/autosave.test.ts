import { expect, test } from "vitest";
import { AUTOSAVE_WORDS, autosavedBy } from "~/ui/keeping/autosave";

test.each([
  [200, { base: "{}" }, { step: "saved", base: "{}" }],
  [200, null, { step: "cut", base: null }],
  [409, {}, { step: "changed", base: null }],
  [400, {}, { step: "refused", base: null }],
  [429, {}, { step: "cut", base: null }],
  [503, null, { step: "cut", base: null }],
])("an answer with %i means %o", (status, body, expected) => {
  expect(autosavedBy({ status, isElsewhere: false }, body)).toEqual(expected);
});

test("whoever is led elsewhere is signed out, and is told that nothing is lost", () => {
  const { step } = autosavedBy({ status: 0, isElsewhere: true }, null);
  expect(step).toBe("signed-out");
  expect(AUTOSAVE_WORDS[step]).toContain("Kept in this tab");
});
