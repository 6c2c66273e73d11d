import { z } from "zod";

/** So many are written to by one form. */
export const MOST_WRITTEN = 600;

/** What HR writes to people who lack hours for their renewal. */
export const renewalNoteForm = z.object({
  person: z.array(z.string().max(64)).max(MOST_WRITTEN).default([]),
  body: z.string({ error: "Write what you have to say." }).trim().min(1, "Write what you have to say.").max(5_000),
});
export type RenewalNoteForm = z.infer<typeof renewalNoteForm>;
