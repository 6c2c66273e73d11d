import { expect, test } from "vitest";
import { assessmentPageForm, takeForm } from "~/microcredentials/assessment/assessment-form";
import { errorsOf } from "../../support/form";

test("a conflict of interest is asked about first", () => {
  expect(errorsOf(takeForm, { intent: "take", submissionId: "s" })).toEqual([
    "noConflict: Say first that you have no conflict of interest.",
  ]);
});

test("a score is one of the two levels, and a reason is given for handing back", () => {
  expect(errorsOf(assessmentPageForm, { intent: "score", scores: [{ criterion: "a" }] })).toEqual([
    "scores.0.level: Choose a score.",
  ]);
  expect(errorsOf(assessmentPageForm, { intent: "hand-back", reason: " " })).toEqual(["reason: Say why."]);
});
