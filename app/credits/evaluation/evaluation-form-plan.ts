import { z } from "zod";
import { plainDate } from "~/platform/http/form-fields";
import type { Question } from "./evaluation-summary";

/** What every form asks (T6); a provider chooses the words. */
export const REQUIRED_QUESTIONS = [
  { key: "objectives", kind: "scale", about: "How far the objectives were met" },
  { key: "relevance", kind: "scale", about: "Relevance" },
  { key: "quality", kind: "scale", about: "Quality" },
  { key: "standards", kind: "scale", about: "How far the standards were met" },
  { key: "suggestions", kind: "text", about: "Suggestions" },
] as const;

/** Questions that a provider may add. */
export const EXTRA_KEYS = ["extra1", "extra2", "extra3"] as const;

const words = (message: string) =>
  z.string({ error: message }).trim().min(5, message).max(200, "Use at most 200 characters.");
const extraWords = z.string().trim().max(200, "Use at most 200 characters.").optional();

/** A provider's evaluation form from a day on. */
export const evaluationPlanForm = z.object({
  intent: z.literal("plan"),
  fromDate: plainDate("Enter the day."),
  ...(Object.fromEntries(REQUIRED_QUESTIONS.map(({ key }) => [key, words("Write the question.")])) as Record<
    (typeof REQUIRED_QUESTIONS)[number]["key"],
    ReturnType<typeof words>
  >),
  extra1: extraWords,
  extra2: extraWords,
  extra3: extraWords,
});

/** Everything that the page of evaluation forms can post. */
export const evaluationFormsForm = z.discriminatedUnion("intent", [
  evaluationPlanForm,
  z.object({ intent: z.literal("delete-form"), formId: z.string().min(1) }),
]);

/** The questions that a filled form means: the added ones before the suggestions. */
export function questionsOf(input: z.output<typeof evaluationPlanForm>): Question[] {
  const asked: Question[] = REQUIRED_QUESTIONS.map(({ key, kind }) => ({ key, kind, text: input[key] }));
  const extra = EXTRA_KEYS.flatMap((key): Question[] => {
    const text = input[key];
    return text ? [{ key, kind: "scale", text }] : [];
  });
  return asked.toSpliced(-1, 0, ...extra);
}

/** Why a form was not planned or deleted, in words. */
export const PLAN_REFUSALS = {
  "unknown-provider": "This provider is not yours.",
  "not-ahead": "Choose a day to come: offerings that have ended keep their form.",
  "date-taken": "Another form begins on that day already.",
  "unknown-form": "This form does not exist any more.",
  "form-used": "Offerings or answers rest on this form, so it stays on record.",
} as const;

export type PlanRefusal = keyof typeof PLAN_REFUSALS;
