import { z } from "zod";
import { askedWorkplace, requiredWorkplace } from "~/people/affiliations/affiliation-form";
import { parseHours } from "~/platform/amount";

/** Hours as people type them, in whole minutes; at least so many. */
export const hoursField = (message: string, least = 1) =>
  z.string({ error: message }).transform((text, context) => {
    const minutes = parseHours(text);
    if (minutes !== null && minutes >= least) return minutes;
    context.addIssue({
      code: "custom",
      message: minutes === null ? "Write hours like 5.5." : "Enter more than 0 hours.",
    });
    return z.NEVER;
  });

export const claimForm = z.object({
  intent: z.literal("claim"),
  hours: hoursField("Say how many hours you claim."),
  affidavit: z.literal("on", "Hours can only be claimed under this affidavit."),
  /** The text that was shown; it may have changed meanwhile. */
  affidavitVersion: z.string().optional(),
  workplace: askedWorkplace.optional(),
});

/** The same of somebody of whom nothing is entered for the day of completion: it is asked for before the claim (S1). */
export const claimWithWorkplaceForm = claimForm.extend({ workplace: requiredWorkplace });

const answer = z.coerce
  .number({ error: "Choose an answer." })
  .int()
  .min(1, "Choose an answer.")
  .max(5, "Choose an answer.");

/** T6: answers by the questions' keys: 1 to 5 for scales, words for the rest. */
export function evaluationForm(questions: readonly { key: string; kind: "scale" | "text" }[]) {
  const words = z.string().trim().max(2000, "Use at most 2,000 characters.").optional();
  const fields = questions.map(({ key, kind }) => [key, kind === "scale" ? answer : words] as const);
  return z.object({ intent: z.literal("evaluation"), ...Object.fromEntries(fields) });
}

export const claimCodeForm = z.object({
  code: z.string({ error: "Enter the code." }).trim().min(1, "Enter the code.").max(20, "A code has six characters."),
});
