import { versionFields } from "~/platform/http/version-fields";
import { z } from "zod";
import { affiliationForm, endAffiliationForm, removeAffiliationForm } from "~/people/affiliations/affiliation-form";
import { optionalText } from "~/platform/http/form-fields";
import { isSocialSecurityNumber, NEVER_A_SOCIAL_SECURITY_NUMBER } from "~/platform/text/social-security-number";
import { FORMER_NAME_INTENTS } from "~/people/names/former-name";
import { isCertificateNumber, LONGEST_CERTIFICATE_NUMBER } from "./certificate-number";
import { legalNameFields, wholeNameField } from "~/people/names/legal-name-form";
import { LONGEST_NAME } from "~/people/names/name-limit";

const NUMBER = "Use the letters and digits of the certificate.";

/** The number of an educator's certificate, which may be left out. */
export const certificateNumberField = optionalText(LONGEST_CERTIFICATE_NUMBER)
  .refine((number) => number === null || !isSocialSecurityNumber(number), {
    error: NEVER_A_SOCIAL_SECURITY_NUMBER,
    abort: true,
  })
  .refine((number) => number === null || isCertificateNumber(number), NUMBER);

export const profileForm = z.object({
  intent: z.literal("profile"),
  ...legalNameFields,
  preferredName: optionalText(LONGEST_NAME),
  certificateNumber: certificateNumberField,
  phone: optionalText(30),
  accessNeeds: optionalText(500),
  dietaryNeeds: optionalText(500),
});

export const formerNameForm = z.object({
  intent: z.literal("former-name"),
  name: wholeNameField("Enter the former name."),
});

/** What can be done with a former name that stands: hidden from the public, shown again, or, if it was typed, taken off. */
export const changeFormerNameForm = z.object({
  intent: z.enum(FORMER_NAME_INTENTS),
  formerNameId: z.string().min(1).max(64),
});

/** Everything that the profile page can post. */
export const profilePageForm = z.discriminatedUnion("intent", [
  profileForm.extend(versionFields),
  affiliationForm,
  endAffiliationForm,
  removeAffiliationForm,
  formerNameForm,
  changeFormerNameForm,
]);
