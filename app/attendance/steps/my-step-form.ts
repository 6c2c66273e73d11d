import { z } from "zod";
import { STEP_LIMITS } from "~/catalog/steps/step";

/** Not cut: how long a text may be, the command says, so that nothing is lost. */
const text = z.string().default("");

const answer = z.coerce
  .number()
  .int()
  .min(0)
  .max(STEP_LIMITS.answers - 1)
  .optional();

/** Everything that the page of one's own step can post. */
export const myStepForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["done", "take-back"]) }),
  z.object({ intent: z.enum(["save-draft", "hand-in"]), text, base: z.string().max(40).optional() }),
  z.object({
    intent: z.literal("take-quiz"),
    /** When the quiz that was answered was last changed. */
    version: z.coerce.number().int(),
    answers: z.array(answer).max(STEP_LIMITS.questions).default([]),
  }),
]);

export type MyStepForm = z.output<typeof myStepForm>;
