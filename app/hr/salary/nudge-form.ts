import { z } from "zod";

/** So many people are reminded at once. */
export const MOST_NUDGED = 500;

/** Whom HR reminds of what they have still to do. */
export const nudgeForm = z.object({
  intent: z.literal("nudge"),
  person: z.preprocess(
    (value: unknown): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(40)).min(1, "Tick whom you want to remind.").max(MOST_NUDGED),
  ),
});
