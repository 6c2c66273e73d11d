import { z } from "zod";

const CHOOSE = "Tick at least one row.";

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

export type AffiliationAnswerInput = z.output<typeof affiliationAnswerForm>;
