import { z } from "zod";
import { ATTACHMENTS_BYTES } from "~/platform/http/body-limit";
import { REGISTRATION_STATUSES } from "~/registration/seats/status";

/** How many files may go with a message. */
export const MOST_FILES = 5;

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
  files: z
    .array(z.instanceof(File).optional())
    .max(MOST_FILES, `Attach at most ${MOST_FILES} files.`)
    .default([])
    .transform((files) => files.filter((file) => file !== undefined))
    .refine(
      (files) => files.reduce((sum, { size }) => sum + size, 0) <= ATTACHMENTS_BYTES,
      `The files are larger than ${ATTACHMENTS_BYTES / 1024 / 1024} MB in total. Attach fewer, or add them to the offering’s materials.`,
    ),
  nonce: z.string().min(1).max(64),
});
