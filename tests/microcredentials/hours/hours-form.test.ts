import { expect, test } from "vitest";
import { awardHoursForm, hoursDecisionForm, postAllForm } from "~/microcredentials/hours/hours-form";
import { errorsOf } from "../../support/form";

test("a decision has a day and hours that can be read; declining says why", () => {
  expect(errorsOf(hoursDecisionForm, { intent: "approve", committeeMetOn: "no day", approvedHours: "many" })).toEqual([
    "committeeMetOn: Enter the day on which the committee met.",
    "approvedHours: Enter hours like 5.5.",
  ]);
  expect(errorsOf(hoursDecisionForm, { intent: "decline", committeeMetOn: "2026-10-01" })).toEqual([
    "note: Say what the committee wants changed.",
  ]);
});

test("a claim is returned for a reason", () => {
  expect(errorsOf(awardHoursForm, { intent: "return", reason: " " })).toEqual([
    "reason: Say why; the person reads it.",
  ]);
});

test("all that wait are named by their ids", () => {
  expect(postAllForm.parse({ intent: "post-all", awards: "a,b," })).toEqual({ intent: "post-all", awards: ["a", "b"] });
});
