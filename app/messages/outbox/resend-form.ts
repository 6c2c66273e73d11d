import { z } from "zod";

export const resendForm = z.object({
  reason: z
    .string({ error: "Say why it is sent again." })
    .trim()
    .min(3, "Say why it is sent again.")
    .max(300, "Use at most 300 characters."),
});
