import { z } from "zod";

/** So many people are ticked at once. */
export const MOST_NUDGED = 500;

/** Whom HR reminds of what they have still to do: those who are ticked, or all whom the address shows. */
export const nudgeForm = z
  .object({
    intent: z.literal("nudge"),
    matching: z.literal("1").optional(),
    person: z.preprocess(
      (value: unknown): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.string().max(40)).max(MOST_NUDGED),
    ),
  })
  .refine(({ matching, person }) => matching !== undefined || person.length > 0, {
    error: "Tick whom you want to remind.",
    path: ["person"],
  });
