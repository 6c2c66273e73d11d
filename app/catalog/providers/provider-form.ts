import { versionFields } from "~/platform/http/version-fields";
import { z } from "zod";
import { optionalText, plainDate, requiredText, wholeNumber } from "~/platform/http/form-fields";
import { TIME_ZONES } from "~/platform/time/time-zone";
import { contactFields } from "./contact-form";
import { LISTED_DESIGNATIONS } from "./designation-permission";

const date = plainDate("Enter a date.");

const providerFields = {
  name: requiredText("Enter the name."),
  shortName: requiredText("Enter a short name.", 12)
    .transform((text) => text.toUpperCase())
    .pipe(z.string().regex(/^[A-Z0-9]{2,12}$/, "Use two to twelve letters and digits, such as PSESD.")),
  timeZone: z.enum(TIME_ZONES, "Choose a time zone."),
  ...contactFields,
};

/** A provider as administrators change it. */
export const providerForm = z.object({ ...providerFields, ...versionFields });

/** A new provider: whose it is, who signs for it, and whose rules and evaluation form it begins with. */
export const newProviderForm = z.object({
  ...providerFields,
  organisationId: requiredText("Choose the organization."),
  designeeName: optionalText(200),
  designeeTitle: optionalText(200),
  modelId: requiredText("Choose a provider."),
});

/** Everything that the page of a provider can post. */
export const providerPageForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("add-year"),
    year: wholeNumber("Choose the year.", 2000, 2100),
    basis: requiredText("Say on what the approval rests.", 200),
  }),
  z.object({ intent: z.literal("remove-year"), year: wholeNumber("Choose the year.", 2000, 2100) }),
  z.object({
    intent: z.literal("add-holiday"),
    date,
    name: requiredText("Name the day.", 80),
  }),
  z.object({ intent: z.literal("remove-holiday"), date }),
  z.object({
    intent: z.literal("list-designation"),
    designation: z.enum(LISTED_DESIGNATIONS, "Choose the designation."),
    fromDate: plainDate("Enter the first day."),
    toDate: plainDate("Enter a date.").optional(),
    basis: requiredText("Say on what it rests.", 200),
  }),
  z.object({
    intent: z.literal("end-listing"),
    listingId: z.string().min(1),
    toDate: plainDate("Enter the last day."),
  }),
  z.object({ intent: z.literal("remove-listing"), listingId: z.string().min(1) }),
  z.object({ intent: z.literal("delete") }),
]);

export type ProviderPageForm = z.infer<typeof providerPageForm>;
export type NewProviderForm = z.infer<typeof newProviderForm>;
