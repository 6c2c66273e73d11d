import { z } from "zod";

const MOST_BYTES = 1_000_000;

const list = z.string().max(MOST_BYTES, "This list is too long.").default("");

const file = z
  .instanceof(File)
  .refine(({ size }) => size <= MOST_BYTES, "This file is too large for a list of people.")
  .optional();

const reason = z
  .string({ error: "Say why; everyone reads it." })
  .trim()
  .min(3, "Say why, in a few words.")
  .max(300, "Use at most 300 characters.");

/** What the page to register people posts: a list to look at, then the same list to carry out. */
export const importForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("check"), list, file, reason }),
  z.object({ intent: z.literal("register"), list, digest: z.string().min(1), reason }),
]);
