import { z } from "zod";
import { isPlainDate } from "~/platform/time/time-zone";
import { affiliationForm, endAffiliationForm, removeAffiliationForm } from "~/people/affiliations/affiliation-form";
import { isCertificateNumber } from "./certificate-number";
import { optionalText, requiredText } from "~/platform/http/form-fields";

const NUMBER = "Use the letters and digits of your certificate. Never a Social Security number.";

export const profileForm = z.object({
  intent: z.literal("profile"),
  legalFirst: requiredText("Enter your first name."),
  legalLast: requiredText("Enter your last name."),
  preferredName: optionalText(120),
  certificateNumber: optionalText(20).pipe(z.string().refine(isCertificateNumber, NUMBER).nullable()),
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
  profileForm,
  affiliationForm,
  endAffiliationForm,
  removeAffiliationForm,
  formerNameForm,
]);
