import { expect, test } from "vitest";
import { claimCodeForm, claimForm, evaluationForm, hoursField } from "~/credits/claims/claim-form";
import { errorsOf } from "../../support/form";

const CLAIM = { intent: "claim", hours: "5.5", affidavit: "on" };

test("H8, T5 hours are claimed in minutes, under affidavit", () => {
  expect(claimForm.parse(CLAIM)).toEqual({ intent: "claim", hours: 330, affidavit: "on" });
});

test.each([
  [{ hours: undefined }, "hours: Say how many hours you claim."],
  [{ hours: "five" }, "hours: Write hours like 5.5."],
  [{ hours: "0" }, "hours: Enter more than 0 hours."],
  [{ hours: "-1" }, "hours: Write hours like 5.5."],
  [{ affidavit: undefined }, "affidavit: Hours can only be claimed under this affidavit."],
])("T5 a claim with %j is refused", (changes, error) => {
  expect(errorsOf(claimForm, { ...CLAIM, ...changes })).toEqual([error]);
});

test("a registrar may correct hours down to none", () => {
  expect(hoursField("Say how many.", 0).parse("0")).toBe(0);
});

const FORM = evaluationForm([
  { key: "objectives", kind: "scale" },
  { key: "suggestions", kind: "text" },
]);

test.each([
  [{ objectives: "5" }, []],
  [{ objectives: "1", suggestions: "More time" }, []],
  [{ objectives: "0" }, ["objectives: Choose an answer."]],
  [{ objectives: "6" }, ["objectives: Choose an answer."]],
  [{ objectives: "best" }, ["objectives: Choose an answer."]],
  [{}, ["objectives: Choose an answer."]],
  [{ objectives: "4", suggestions: "x".repeat(2001) }, ["suggestions: Use at most 2,000 characters."]],
])("T6 an evaluation with %j", (answers, errors) => {
  expect(errorsOf(FORM, { intent: "evaluation", ...answers })).toEqual(errors);
});

test("T6 half an answer is none, and what was not asked is not kept", () => {
  expect(errorsOf(FORM, { intent: "evaluation", objectives: "3.5" })).toHaveLength(1);
  expect(FORM.parse({ intent: "evaluation", objectives: "3", name: "Ada" })).toEqual({
    intent: "evaluation",
    objectives: 3,
  });
});

test.each([
  [undefined, ["code: Enter the code."]],
  ["  ", ["code: Enter the code."]],
  ["x".repeat(21), ["code: A code has six characters."]],
  [" k7m2qx ", []],
])("T3 a claim code, %j", (code, errors) => {
  expect(errorsOf(claimCodeForm, { code })).toEqual(errors);
});
