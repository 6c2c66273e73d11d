import { z } from "zod";
import { optionalText, requiredText } from "~/platform/http/form-fields";
import { isWallTime } from "~/platform/time/time-zone";

/** How long an answer to a reflection may be. */
export const LONGEST_ANSWER = 4000;

const number = z.coerce.number().int().min(1);
const reason = requiredText("Say why; it stands with the mark.", 500);

/** Everything that staff can say of what one person did of one step. */
export const personStepForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("accept"), number, answer: optionalText(LONGEST_ANSWER) }),
  z.object({
    intent: z.literal("return"),
    number,
    answer: requiredText("Say what is to be written anew; the person reads it.", LONGEST_ANSWER),
  }),
  z.object({
    intent: z.literal("record"),
    /** When they did it; empty: now. */
    at: z.string().refine(isWallTime, "Enter a date and a time.").optional(),
    reason,
  }),
  z.object({ intent: z.literal("undo"), reason }),
]);

export type PersonStepForm = z.output<typeof personStepForm>;
