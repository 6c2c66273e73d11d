import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";
import { MOST_SUBMITTED } from "./submitted-hours";

const NOTHING_TICKED = "Tick the hours that you want to submit.";

const rows = z.preprocess(
  (value: unknown): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z
    .array(z.string().max(64), NOTHING_TICKED)
    .min(1, NOTHING_TICKED)
    .max(MOST_SUBMITTED, `Submit at most ${MOST_SUBMITTED} rows at once.`),
);

/** What somebody submits to which district, with their consent. */
export const submitForm = z.object({
  intent: z.literal("submit"),
  organization: z.string({ error: "Choose a district." }).min(1, "Choose a district.").max(64),
  row: rows,
  consent: z.literal("on", { error: "Tick this: without it HR must not see them." }),
});

/** What the person's page of a submission can post. */
export const withdrawForm = z.object({ intent: z.literal("withdraw") });

const reason = requiredText("Say why; the person reads it.", 500);
/** The version that HR looked at: nobody decides on what they have not seen. */
const seen = z.coerce.number().int();

/** Everything that HR's page of a submission can post. */
export const submittedDecisionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("accept"), seen }),
  z.object({ intent: z.literal("return"), seen, reason }),
  z.object({ intent: z.literal("take-back"), seen, reason }),
]);
export type SubmittedDecision = z.output<typeof submittedDecisionForm>;
