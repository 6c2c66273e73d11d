import { z } from "zod";

/** A claim, verified and posted. */
export const postForm = z.object({
  intent: z.literal("post"),
  claim: z.array(z.string(), "Choose at least one claim.").min(1, "Choose at least one claim."),
});

/** Claims chosen in the queue, or all that its address shows and that can be posted. */
export const queueForm = z.object({
  intent: z.literal("post"),
  claim: z.array(z.string().max(64)).optional(),
  matching: z.literal("1").optional(),
});

export const returnForm = z.object({
  intent: z.literal("return"),
  reason: z
    .string({ error: "Say why, so that the person knows what to change." })
    .trim()
    .min(5, "Say why, so that the person knows what to change.")
    .max(500, "Use at most 500 characters."),
});

/** Credits whose people are asked where they worked: chosen ones, or all that the list's address shows. */
export const askWorkplacesForm = z.object({
  credit: z.array(z.string().max(64)).optional(),
  matching: z.literal("1").optional(),
});
