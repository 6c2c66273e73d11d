import { z } from "zod";
import { askedWorkplace } from "~/people/affiliations/affiliation-form";
import { normalizeEmail } from "~/people/persons/name";
import { legalNameFields } from "~/people/names/legal-name-form";
import { LONGEST_NEXT } from "~/platform/http/next-page";
import { judgeLength, PASSWORD_REFUSALS } from "./password-rule";

/** An e-mail address, lower-cased. */
export const emailField = z
  .string({ error: "Enter your email address." })
  .transform(normalizeEmail)
  .pipe(z.email("Enter an email address like name@example.org.").max(254, "That address is too long."));

const newPasswordField = z.string({ error: "Choose a password." }).superRefine((typed, issues) => {
  const refusal = judgeLength(typed);
  if (refusal) issues.addIssue({ code: "custom", message: PASSWORD_REFUSALS[refusal] });
});

/** A password that somebody has already, and types again. */
export const passwordField = z
  .string({ error: "Enter your password." })
  .refine((typed) => judgeLength(typed) !== "password-long", PASSWORD_REFUSALS["password-long"]);

/** Where people wanted to go when they were asked who they are. */
const next = z.string().max(LONGEST_NEXT).optional();

export const signInForm = z.object({ email: emailField, password: passwordField, next });

export const signUpForm = z.object({ ...legalNameFields, email: emailField, next });

/** Where somebody works, which is asked where nothing of it is on record. */
const workplace = askedWorkplace.optional();

export const finishSignUpForm = z.object({
  ...legalNameFields,
  token: z.string(),
  password: newPasswordField,
  workplace,
  next,
});

export const forgotPasswordForm = z.object({ email: emailField, next });

export const newPasswordForm = z.object({ token: z.string(), password: newPasswordField });

export const tokenForm = z.object({ token: z.string() });

/** An invitation that is taken, or whose link has lapsed and is asked for anew. */
export const invitationPageForm = z.discriminatedUnion("intent", [
  newPasswordForm.extend({ intent: z.literal("accept"), workplace }),
  tokenForm.extend({ intent: z.literal("renew") }),
]);

/** A new password, and whether the private calendar address ends with the old one. */
export const resetPasswordForm = newPasswordForm.extend({ renewCalendar: z.literal("on").optional(), next });

export const setupForm = z.object({
  ...legalNameFields,
  email: emailField,
  token: z.string(),
  password: newPasswordField,
});
