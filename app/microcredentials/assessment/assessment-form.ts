import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";
import { LEVELS } from "./assessment";

/** Taking a submission from the queue; conflicts of interest are asked before anything is shown. */
export const takeForm = z.object({
  intent: z.literal("take"),
  submissionId: z.string().min(1),
  noConflict: z.literal("on", { error: "Say first that you have no conflict of interest." }),
});

const score = z.object({
  criterion: z.string().min(1),
  level: z.enum(LEVELS, "Choose a score."),
  comment: z.string().trim().max(3_000, "Use at most 3,000 characters.").default(""),
});

/** Everything that the page of an assessment can post. */
export const assessmentPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("score"), scores: z.array(score).min(1, "Score every criterion.").max(50) }),
  z.object({ intent: z.literal("hand-back"), reason: requiredText("Say why.", 300) }),
]);
