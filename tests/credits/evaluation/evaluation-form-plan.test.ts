import { expect, test } from "vitest";
import { evaluationFormsForm, evaluationPlanForm, questionsOf } from "~/credits/evaluation/evaluation-form-plan";

const FORM = {
  intent: "plan",
  fromDate: "2027-01-01",
  objectives: "How far were the objectives met?",
  relevance: "How relevant was it?",
  quality: "How good was it?",
  standards: "How far were the standards met?",
  suggestions: "What do you suggest?",
};
const errorsOf = (changes: Record<string, string | undefined>) =>
  evaluationPlanForm.safeParse({ ...FORM, ...changes }).error?.issues.map(({ path, message }) => [path[0], message]);

test("T6 a form asks for objectives, relevance, quality, standards and, last, suggestions in words", () => {
  const questions = questionsOf(evaluationPlanForm.parse({ ...FORM, extra1: " Would you come again? ", extra3: "  " }));
  expect(questions.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
    "objectives scale",
    "relevance scale",
    "quality scale",
    "standards scale",
    "extra1 scale",
    "suggestions text",
  ]);
  expect(questions.at(-2)!.text).toBe("Would you come again?");
});

test.each([
  ["no day", { fromDate: undefined }, "fromDate", "Enter the day."],
  ["a day that does not exist", { fromDate: "2027-02-29" }, "fromDate", "Enter the day."],
  ["a question that is left out", { standards: undefined }, "standards", "Write the question."],
  ["a question of spaces", { quality: "      " }, "quality", "Write the question."],
  ["a question that is too long", { quality: "x".repeat(201) }, "quality", "Use at most 200 characters."],
  ["one more that is too long", { extra2: "x".repeat(201) }, "extra2", "Use at most 200 characters."],
])("T6 a form is not planned with %s", (_what, changes, field, message) => {
  expect(errorsOf(changes)).toEqual([[field, message]]);
});

test("the page of the forms plans one, or deletes one that it names", () => {
  expect(evaluationFormsForm.safeParse(FORM).success).toBe(true);
  expect(evaluationFormsForm.safeParse({ intent: "delete-form", formId: "one" }).success).toBe(true);
  expect(evaluationFormsForm.safeParse({ intent: "delete-form" }).success).toBe(false);
});
