import { z } from "zod";
import { plainDate, requiredText, wholeNumber } from "~/platform/http/form-fields";

const date = plainDate("Enter a date.");

/** Everything that the page of a provider can post. */
export const providerPageForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("set-policy"),
    fromDate: date,
    offerHours: wholeNumber("Enter a number of hours.", 1, 240),
    offerInOfficeHours: z.literal("on").optional(),
    cancelDays: wholeNumber("Enter a number of days.", 0, 60),
  }),
  z.object({
    intent: z.literal("add-holiday"),
    date,
    name: requiredText("Name the day.", 80),
  }),
  z.object({ intent: z.literal("remove-holiday"), date }),
]);

export type ProviderPageForm = z.infer<typeof providerPageForm>;
