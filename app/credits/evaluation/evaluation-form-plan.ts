import { z } from "zod";
import { plainDate } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";
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

type QuestionKey = (typeof REQUIRED_QUESTIONS)[number]["key"] | (typeof EXTRA_KEYS)[number];

/** A form as it is shown to be changed: its first day, and the words of each question by its key. */
export type EvaluationDraft = Record<"fromDate" | QuestionKey, string>;

/** A form as it is shown to be changed; nothing where a question of one's own is not asked. */
export function toEvaluationDraft({
  fromDate,
  questions,
}: {
  fromDate: string;
  questions: Question[];
}): EvaluationDraft {
  const keys = [...REQUIRED_QUESTIONS.map(({ key }) => key), ...EXTRA_KEYS];
  const wordsOf = (key: string) => questions.find((question) => question.key === key)?.text ?? "";
  return { fromDate, ...(Object.fromEntries(keys.map((key) => [key, wordsOf(key)])) as Record<QuestionKey, string>) };
}

/** What the fields of a form are called, where a collision names them. */
export const EVALUATION_FIELD_LABELS: EvaluationDraft = {
  fromDate: "For offerings that end on or after",
  ...(Object.fromEntries(REQUIRED_QUESTIONS.map(({ key, about }) => [key, about])) as Record<
    (typeof REQUIRED_QUESTIONS)[number]["key"],
    string
  >),
  extra1: "Question of your own 1",
  extra2: "Question of your own 2",
  extra3: "Question of your own 3",
};

const words = (message: string) =>
  z.string({ error: message }).trim().min(5, message).max(200, "Use at most 200 characters.");
const extraWords = z.string().trim().max(200, "Use at most 200 characters.").optional();

const fields = {
  fromDate: plainDate("Enter the day."),
  ...(Object.fromEntries(REQUIRED_QUESTIONS.map(({ key }) => [key, words("Write the question.")])) as Record<
    (typeof REQUIRED_QUESTIONS)[number]["key"],
    ReturnType<typeof words>
  >),
  extra1: extraWords,
  extra2: extraWords,
  extra3: extraWords,
};

/** A provider's evaluation form from a day on. */
export const evaluationPlanForm = z.object({ intent: z.literal("plan"), ...fields });

const evaluationChangeForm = z.object({
  intent: z.literal("change-form"),
  formId: z.string().min(1),
  ...versionFields,
  ...fields,
});

/** Everything that the page of evaluation forms can post. */
export const evaluationFormsForm = z.discriminatedUnion("intent", [
  evaluationPlanForm,
  evaluationChangeForm,
  z.object({ intent: z.literal("delete-form"), formId: z.string().min(1) }),
]);

/** The questions that a filled form means: the added ones before the suggestions. */
export function questionsOf(input: Pick<z.output<typeof evaluationPlanForm>, QuestionKey>): Question[] {
  const asked: Question[] = REQUIRED_QUESTIONS.map(({ key, kind }) => ({ key, kind, text: input[key] }));
  const extra = EXTRA_KEYS.flatMap((key): Question[] => {
    const text = input[key];
    return text ? [{ key, kind: "scale", text }] : [];
  });
  return asked.toSpliced(-1, 0, ...extra);
}

/** Why a form was not planned, changed or deleted, in words. */
export const PLAN_REFUSALS = {
  "unknown-provider": "This provider is not yours.",
  "not-ahead": "Choose a day to come: offerings that have ended keep their form.",
  "date-taken": "Another form begins on that day already.",
  "unknown-form": "This form does not exist any more.",
  "form-used": "Offerings or answers rest on this form, so it stays on record.",
  "changed-meanwhile": "Somebody has changed this form meanwhile. Reload the page and look at it again.",
} as const;

export type PlanRefusal = keyof typeof PLAN_REFUSALS;
