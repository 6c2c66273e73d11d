import { z } from "zod";

/** Hours as people write them, `5`, `5.5` or `5.25`, in whole minutes. */
const hours = (message: string) =>
  z
    .string({ error: message })
    .trim()
    .regex(/^\d{1,3}(\.\d{1,2})?$/, "Write hours like 5.5.")
    .transform((text) => {
      const [whole = "0", hundredths = ""] = text.split(".");
      return Number(whole) * 60 + Math.round((Number(hundredths.padEnd(2, "0")) * 60) / 100);
    })
    .refine((minutes) => minutes > 0, "Claim more than nothing.");

export const claimForm = z.object({
  intent: z.literal("claim"),
  hours: hours("Say how many hours you claim."),
  affidavit: z.literal("on", "Hours can only be claimed under this affidavit."),
});

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
