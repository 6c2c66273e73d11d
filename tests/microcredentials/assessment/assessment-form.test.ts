import { expect, test } from "vitest";
import {
  assessmentPageForm,
  practiceForm,
  takeForm,
  undecidedForm,
} from "~/microcredentials/assessment/assessment-form";
import { errorsOf } from "../../support/form";

test("whether there is a conflict is said by the tick alone; the command asks for it where somebody could know", () => {
  expect(takeForm.parse({ intent: "take", submissionId: "s" })).toEqual({ intent: "take", submissionId: "s" });
  expect(errorsOf(takeForm, { intent: "take", submissionId: "s", noConflict: "no" })).toHaveLength(1);
});

test("a score is one of the two levels, and a reason is given for handing back", () => {
  expect(errorsOf(assessmentPageForm, { intent: "score", scores: [{ criterion: "a" }] })).toEqual([
    "scores.0.level: Choose a score.",
  ]);
  expect(errorsOf(assessmentPageForm, { intent: "hand-back", reason: " " })).toEqual(["reason: Say why."]);
  expect(errorsOf(undecidedForm, { intent: "ask-second", submissionId: "s" })).toEqual(["reason: Say why."]);
});

test("in practice every score is one of the two levels, too, and needs no words", () => {
  expect(errorsOf(practiceForm, { scores: [] })).toEqual(["scores: Score every criterion."]);
  expect(practiceForm.parse({ scores: [{ criterion: "a", level: "not-yet" }] }).scores).toHaveLength(1);
});
