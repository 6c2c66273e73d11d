import { z } from "zod";

/** Why a document is not to be relied on: repeated to whoever checks it (D5). */
export const revocationForm = z.object({
  intent: z.literal("revoke"),
  reason: z
    .string({ error: "Say why. Whoever checks the document reads it." })
    .trim()
    .min(5, "Say why, in a few words. Whoever checks the document reads it.")
    .max(300, "Say it with at most 300 characters."),
});
