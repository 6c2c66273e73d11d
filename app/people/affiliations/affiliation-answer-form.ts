import { z } from "zod";

/** What is said where nothing is chosen. */
export const CHOOSE = "Tick at least one row.";

/** More than a page of the list shows. */
const MOST_AT_ONCE = 200;

const chosen = z
  .array(z.string().max(64), CHOOSE)
  .min(1, CHOOSE)
  .max(MOST_AT_ONCE, `Choose at most ${MOST_AT_ONCE} rows at once.`);

/** What HR or an administrator can say of affiliations: theirs, not theirs, or nothing yet after all. */
export const affiliationAnswerForm = z.object({
  intent: z.enum(["confirm", "disown", "take-back"]),
  affiliation: chosen,
});

/**
 * The same on HR's list: of ticked rows, or of all that its address shows; taken back for one, or for all of whom the actor
 * said something at one moment.
 */
export const listAnswerForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.enum(["confirm", "disown"]),
    affiliation: z
      .array(z.string().max(64))
      .max(MOST_AT_ONCE, `Choose at most ${MOST_AT_ONCE} rows at once.`)
      .optional(),
    matching: z.literal("1").optional(),
  }),
  z.object({ intent: z.literal("take-back"), affiliation: chosen }),
  z.object({ intent: z.literal("take-back-all"), at: z.coerce.number().int() }),
]);

export type ListAnswerInput = z.output<typeof listAnswerForm>;

export type AffiliationAnswerInput = z.output<typeof affiliationAnswerForm>;
