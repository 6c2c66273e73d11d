import { z } from "zod";
import { normalizeEmail } from "~/people/persons/name";
import { requiredText } from "~/platform/http/form-fields";
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

const names = {
  legalFirst: requiredText("Enter your first name."),
  legalLast: requiredText("Enter your last name."),
};

export const signInForm = z.object({ email: emailField, password: passwordField, next: z.string().optional() });

export const signUpForm = z.object({ ...names, email: emailField });

export const finishSignUpForm = z.object({ ...names, token: z.string(), password: newPasswordField });

export const forgotPasswordForm = z.object({ email: emailField });

export const newPasswordForm = z.object({ token: z.string(), password: newPasswordField });

/** A new password, and whether the private calendar address ends with the old one. */
export const resetPasswordForm = newPasswordForm.extend({ renewCalendar: z.literal("on").optional() });

export const tokenForm = z.object({ token: z.string() });

export const setupForm = signUpForm.extend({ token: z.string(), password: newPasswordField });
