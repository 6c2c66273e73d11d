import { z } from "zod";
import { optionalLink, optionalText, requiredText, wholeNumber } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";
import { isWallTime } from "~/platform/time/time-zone";
import { STEP_KINDS, STEP_LIMITS } from "./step";

const moment = z
  .string()
  .refine(isWallTime, "Enter a date and a time.")
  .optional()
  .transform((text) => text ?? null);

const question = z.object({
  text: optionalText(STEP_LIMITS.question),
  answers: z.array(optionalText(STEP_LIMITS.answer)).max(STEP_LIMITS.answers).default([]),
  right: wholeNumber("Mark the right answer.", 0, STEP_LIMITS.answers - 1).optional(),
  why: optionalText(STEP_LIMITS.question),
});

const content = {
  title: requiredText("Enter a title.", STEP_LIMITS.title),
  instructions: optionalText(STEP_LIMITS.instructions),
  opensAt: moment,
  dueAt: moment,
  link: optionalLink,
  leastWords: wholeNumber("Enter a number of words.", 1, STEP_LIMITS.words).optional(),
  isRead: z.literal("on").optional(),
  passingScore: wholeNumber("Enter a number.", 0, STEP_LIMITS.questions).optional(),
  mostAttempts: wholeNumber("Enter a number, or leave it empty.", 1, STEP_LIMITS.attempts).optional(),
  questions: z
    .array(question)
    .max(STEP_LIMITS.questions, `Use at most ${STEP_LIMITS.questions} questions.`)
    .default([]),
  /** Why, where what a committee approved is changed. */
  reason: optionalText(500),
} as const;

const minutes = wholeNumber("Enter how many minutes it counts.", 0, STEP_LIMITS.minutes);

/** The page on which a step is made. */
export const newStepForm = z.object({ intent: z.literal("add"), kind: z.enum(STEP_KINDS), minutes, ...content });

/** The page of a step. */
export const stepPageForm = z.object({ intent: z.literal("save"), ...versionFields, ...content });

/** The page of an offering's steps. */
export const stepsForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("move-up"), stepId: z.string().min(1).max(64) }),
  z.object({ intent: z.literal("remove"), stepId: z.string().min(1).max(64), reason: optionalText(500) }),
  z.object({
    intent: z.literal("minutes"),
    sessionId: z.string().min(1).max(64),
    steps: z
      .array(z.object({ id: z.string().min(1).max(64), minutes }))
      .max(STEP_LIMITS.steps)
      .default([]),
    reason: optionalText(500),
  }),
]);

export type StepContentValue = Omit<z.output<typeof newStepForm>, "intent" | "kind" | "minutes">;
