import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";
import { LEVELS } from "./assessment";
import { HAND_BACK_REASONS } from "./hand-back";

/** Taking a submission from the queue; conflicts of interest are asked before anything is shown, except in blind mode. */
export const takeForm = z.object({
  intent: z.literal("take"),
  submissionId: z.string().min(1),
  noConflict: z.literal("on").optional(),
});

const level = z.enum(LEVELS, "Choose a score.");
const score = z.object({
  criterion: z.string().min(1),
  level,
  comment: z.string().trim().max(3_000, "Use at most 3,000 characters.").default(""),
});
const words = z.string().trim().max(300, "Use at most 300 characters.").default("");

/** Everything that the page of an assessment can post. */
export const assessmentPageForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("score"),
    scores: z.array(score).min(1, "Score every criterion.").max(50),
    second: z.literal("on").optional(),
    secondReason: words,
  }),
  z.object({
    intent: z.literal("hand-back"),
    reason: z.enum(HAND_BACK_REASONS, "Say why."),
    words,
  }),
]);

/** What somebody scored in practice. */
export const practiceForm = z.object({
  scores: z
    .array(z.object({ criterion: z.string().min(1), level }))
    .min(1, "Score every criterion.")
    .max(50),
});

/** What a coordinator can post about a portfolio that waits. */
export const undecidedForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("ask-second"),
    submissionId: z.string().min(1),
    reason: requiredText("Say why.", 300),
  }),
  z.object({ intent: z.literal("withdraw-second"), submissionId: z.string().min(1) }),
]);
