import { z } from "zod";
import { emailField } from "~/people/accounts/account-form";
import { requiredText } from "~/platform/http/form-fields";
import { legalNameFields } from "~/people/names/legal-name-form";
import { certificateNumberField } from "./profile-form";

/** Why staff change what stands on somebody's record; kept with the change. */
export const reasonField = requiredText("Say why, in a few words.", 300);

/** The legal name as it should stand. The one before is kept as a former name, unless it was never theirs. */
export const correctNameForm = z.object({
  intent: z.literal("correct-name"),
  ...legalNameFields,
  reason: reasonField,
  typingMistake: z.literal("on").optional(),
});

/** The certificate number as it should stand; left empty, none is on file. */
export const correctNumberForm = z.object({
  intent: z.literal("correct-number"),
  certificateNumber: certificateNumberField,
  reason: reasonField,
});

/** Another address for a record without an account. */
export const correctAddressForm = z.object({
  intent: z.literal("correct-address"),
  email: emailField,
  reason: reasonField,
});
