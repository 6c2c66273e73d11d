import { z } from "zod";
import { isPlainDate } from "~/platform/time/time-zone";
import { ROLE_KINDS } from "~/people/roles/role";
import { optionalText, plainDate, requiredText } from "~/platform/http/form-fields";

export const profileForm = z.object({
  intent: z.literal("profile"),
  legalFirst: requiredText("Enter your first name."),
  legalLast: requiredText("Enter your last name."),
  preferredName: optionalText(120),
  certificateNumber: optionalText(20).pipe(
    z
      .string()
      .regex(/^[A-Za-z0-9-]+$/, "Use the letters and digits of your certificate. Never a Social Security number.")
      .nullable(),
  ),
  certificateExpiresOn: optionalText(10).refine((date) => date === null || isPlainDate(date), "Enter a date."),
  phone: optionalText(30),
  workLocation: optionalText(120),
  accessNeeds: optionalText(500),
  dietaryNeeds: optionalText(500),
});

export const affiliationForm = z
  .object({
    intent: z.literal("affiliation"),
    organisationId: z.string({ error: "Choose an organization." }).min(1, "Choose an organization."),
    roleKind: z.enum(ROLE_KINDS, "Choose what you do there."),
    title: optionalText(120),
    employeeId: optionalText(30),
    fromDate: plainDate("Enter the first day."),
    toDate: plainDate("Enter a date.")
      .optional()
      .transform((text) => text ?? null),
  })
  .refine(({ fromDate, toDate }) => toDate === null || toDate >= fromDate, {
    error: "The last day is before the first.",
    path: ["toDate"],
  });

export const endAffiliationForm = z.object({
  intent: z.literal("end-affiliation"),
  affiliationId: z.string().min(1),
  toDate: plainDate("Enter the last day."),
});

export const formerNameForm = z.object({
  intent: z.literal("former-name"),
  name: requiredText("Enter the former name."),
});

/** Everything that the profile page can post. */
export const profilePageForm = z.discriminatedUnion("intent", [
  profileForm,
  affiliationForm,
  endAffiliationForm,
  formerNameForm,
]);
