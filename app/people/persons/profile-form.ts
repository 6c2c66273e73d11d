import { versionFields } from "~/platform/http/version-fields";
import { z } from "zod";
import { isPlainDate } from "~/platform/time/plain-date";
import { affiliationForm, endAffiliationForm, removeAffiliationForm } from "~/people/affiliations/affiliation-form";
import { optionalText, requiredText } from "~/platform/http/form-fields";

const NUMBER = "Use the letters and digits of your certificate. Never a Social Security number.";

/** The number of an educator's certificate, which may be left out. */
export const certificateNumberField = optionalText(20).pipe(
  z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, NUMBER)
    .refine((number) => !/^\d{3}-?\d{2}-?\d{4}$/.test(number), NUMBER)
    .nullable(),
);

export const profileForm = z.object({
  intent: z.literal("profile"),
  legalFirst: requiredText("Enter your first name."),
  legalLast: requiredText("Enter your last name."),
  preferredName: optionalText(120),
  certificateNumber: certificateNumberField,
  certificateExpiresOn: optionalText(10).refine((date) => date === null || isPlainDate(date), "Enter a date."),
  phone: optionalText(30),
  accessNeeds: optionalText(500),
  dietaryNeeds: optionalText(500),
});

export const formerNameForm = z.object({
  intent: z.literal("former-name"),
  name: requiredText("Enter the former name."),
});

/** Everything that the profile page can post. */
export const profilePageForm = z.discriminatedUnion("intent", [
  profileForm.extend(versionFields),
  affiliationForm,
  endAffiliationForm,
  removeAffiliationForm,
  formerNameForm,
]);
