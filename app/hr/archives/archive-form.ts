import { z } from "zod";

/** How many people's transcripts one archive holds at most. */
export const MOST_PEOPLE = 1_000;
/** How many are made between two steps of the progress bar. */
export const STEP = 10;

const ids = z.preprocess(
  (value: unknown): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(40)).max(MOST_PEOPLE),
);

/** Whose transcripts are wanted; the period stands in the page's address. */
export const archiveForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("download"), person: ids }),
  z.object({ intent: z.literal("prepare"), person: ids }),
]);
