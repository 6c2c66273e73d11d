import { expect, test } from "vitest";
import { emptyStepDraft } from "~/catalog/steps/step-draft";

test("a step that is to be made begins empty, but for its kind", () => {
  const { kind, questions, ...texts } = emptyStepDraft("quiz");
  expect([kind, questions]).toEqual(["quiz", []]);
  expect(new Set(Object.values(texts))).toEqual(new Set([""]));
});
