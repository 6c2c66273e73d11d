import { expect, test } from "vitest";
import { submitForm, submittedDecisionForm } from "~/hr/submitted/submitted-form";
import { MOST_SUBMITTED } from "~/hr/submitted/submitted-hours";

const whole = { intent: "submit", organization: "o", row: "credit-1", consent: "on" };
const wrong = (values: Record<string, unknown>) =>
  submitForm.safeParse({ ...whole, ...values }).error?.issues.map(({ message }) => message);

test("nothing is submitted without rows and without consent", () => {
  expect(submitForm.parse(whole).row).toEqual(["credit-1"]);
  expect(wrong({ row: undefined })).toEqual(["Tick the hours that you want to submit."]);
  expect(wrong({ consent: undefined })).toEqual(["Tick this: without it HR must not see them."]);
  expect(wrong({ row: Array.from({ length: MOST_SUBMITTED + 1 }, String) })).toEqual([
    `Submit at most ${MOST_SUBMITTED} rows at once.`,
  ]);
});

test("what is returned or taken back has a reason", () => {
  for (const intent of ["return", "take-back"])
    expect(submittedDecisionForm.safeParse({ intent, seen: "1", reason: " " }).success).toBe(false);
  expect(submittedDecisionForm.parse({ intent: "accept", seen: "1" })).toEqual({ intent: "accept", seen: 1 });
});
