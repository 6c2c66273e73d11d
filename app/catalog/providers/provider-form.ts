import { z } from "zod";
import { isPlainDate } from "~/platform/time/time-zone";

const date = z.string({ error: "Enter a date." }).refine(isPlainDate, "Enter a date.");

const whole = (message: string, least: number, most: number) =>
  z.coerce
    .number({ error: message })
    .int("Use a whole number.")
    .min(least, `Use at least ${least}.`)
    .max(most, `Use at most ${most}.`);

/** Everything that the page of a provider can post. */
export const providerPageForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("set-policy"),
    fromDate: date,
    offerHours: whole("Enter a number of hours.", 1, 240),
    offerInOfficeHours: z.literal("on").optional(),
    cancelDays: whole("Enter a number of days.", 0, 60),
  }),
  z.object({
    intent: z.literal("add-holiday"),
    date,
    name: z.string({ error: "Name the day." }).trim().min(1, "Name the day.").max(80, "Use at most 80 characters."),
  }),
  z.object({ intent: z.literal("remove-holiday"), date }),
]);

export type ProviderPageForm = z.infer<typeof providerPageForm>;
