import { z } from "zod";

/** Claims chosen in the queue, posted together. */
export const postForm = z.object({
  intent: z.literal("post"),
  claim: z.array(z.string(), "Choose at least one claim.").min(1, "Choose at least one claim."),
});

/** Every claim of an offering, or of all, that agrees with attendance. */
export const postAllForm = z.object({ intent: z.literal("post-all"), offering: z.string().optional() });

export const queueForm = z.discriminatedUnion("intent", [postForm, postAllForm]);

export const returnForm = z.object({
  intent: z.literal("return"),
  reason: z
    .string({ error: "Say why, so that the person knows what to change." })
    .trim()
    .min(5, "Say why, so that the person knows what to change.")
    .max(500, "Use at most 500 characters."),
});

/** Credits whose people are asked where they worked. */
export const askWorkplacesForm = z.object({
  credit: z
    .array(z.string().max(64), "Choose at least one credit.")
    .min(1, "Choose at least one credit.")
    .max(200, "Choose at most 200 at once."),
});
