import { z } from "zod";
import { isPlainDate } from "~/platform/time/time-zone";
import { affiliationForm, endAffiliationForm, removeAffiliationForm } from "~/people/affiliations/affiliation-form";

const optional = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Use at most ${longest} characters.`)
    .optional()
    .transform((text) => text || null);

const required = (message: string) =>
  z.string({ error: message }).trim().min(1, message).max(120, "Use at most 120 characters.");

export const profileForm = z.object({
  intent: z.literal("profile"),
  legalFirst: required("Enter your first name."),
  legalLast: required("Enter your last name."),
  preferredName: optional(120),
  certificateNumber: optional(20).pipe(
    z
      .string()
      .regex(/^[A-Za-z0-9-]+$/, "Use the letters and digits of your certificate. Never a Social Security number.")
      .nullable(),
  ),
  certificateExpiresOn: optional(10).refine((date) => date === null || isPlainDate(date), "Enter a date."),
  phone: optional(30),
  accessNeeds: optional(500),
  dietaryNeeds: optional(500),
});

export const formerNameForm = z.object({ intent: z.literal("former-name"), name: required("Enter the former name.") });

/** Everything that the profile page can post. */
export const profilePageForm = z.discriminatedUnion("intent", [
  profileForm,
  affiliationForm,
  endAffiliationForm,
  removeAffiliationForm,
  formerNameForm,
]);
