import { z } from "zod";
import { REGISTRATION_STATUSES } from "~/registration/seats/status";

/** What staff write to the people of an offering. */
export const messageForm = z.object({
  statuses: z.array(z.enum(REGISTRATION_STATUSES)).min(1, "Choose whom you write to."),
  subject: z
    .string({ error: "Enter a subject." })
    .trim()
    .min(3, "Enter a subject.")
    .max(120, "Use at most 120 characters."),
  body: z
    .string({ error: "Write the message." })
    .trim()
    .min(3, "Write the message.")
    .max(5000, "Use at most 5000 characters."),
  nonce: z.string().min(1).max(64),
});
