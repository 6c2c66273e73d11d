import { z } from "zod";
import { COLUMN_CHOICES, MOST_COLUMNS } from "./list-heads";

const MOST_BYTES = 1_000_000;

const list = z.string().max(MOST_BYTES, "This list is too long.").default("");

const file = z
  .instanceof(File)
  .refine(({ size }) => size <= MOST_BYTES, "This file is too large for a list of people.")
  .optional();

/** What each column of the list holds, where whoever gives it corrected that. */
const columns = z.array(z.enum(COLUMN_CHOICES)).max(MOST_COLUMNS).optional();

const reason = z
  .string({ error: "Say why; everyone reads it." })
  .trim()
  .min(3, "Say why, in a few words.")
  .max(300, "Use at most 300 characters.");

/** What the page to register people posts: a list to look at, then the same list to carry out. */
export const importForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("check"), list, file, columns, reason }),
  z.object({
    intent: z.literal("register"),
    list,
    columns,
    digest: z.string().min(1),
    /** Lines that cannot be taken are left out; otherwise nobody is registered while there is one. */
    leaveOut: z.literal("on").optional(),
    reason,
  }),
]);
