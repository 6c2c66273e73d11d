import { z } from "zod";
import { hoursField } from "~/catalog/offerings/offering-form";
import { optionalText, plainDate, requiredText } from "~/platform/http/form-fields";

const committeeMetOn = plainDate("Enter the day on which the committee met.");

/** Everything that the page of a micro-credential's hours can post. */
export const hoursDecisionForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("approve"),
    committeeMetOn,
    /** Empty: all that the version asks for. */
    approvedHours: hoursField.optional(),
    note: optionalText(1000),
  }),
  z.object({
    intent: z.literal("decline"),
    committeeMetOn,
    approvedHours: z.string().optional(),
    note: requiredText("Say what the committee wants changed.", 1000),
  }),
]);

/** Everything that the registrar's page of an award's hours can post. */
export const awardHoursForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("post") }),
  z.object({ intent: z.literal("return"), reason: requiredText("Say why; the person reads it.", 500) }),
]);

/** The hours of so many awards are posted by one press. */
export const MOST_POSTED = 500;

/** What the registrar's list of hours of awards posts: what waited when it was shown, `MOST_POSTED` at most. */
export const postAllForm = z.object({
  intent: z.literal("post-all"),
  /** Their ids, with commas between. */
  awards: z
    .string()
    .max(20_000)
    .default("")
    .transform((ids) => ids.split(",").filter((id) => id !== "")),
});
