import { z } from "zod";
import { normalizeEmail } from "./name";

const required = (message: string, longest = 120) =>
  z.string({ error: message }).trim().min(1, message).max(longest, `Use at most ${longest} characters.`);

/** An e-mail address, lower-cased. */
export const emailField = z
  .string({ error: "Enter your email address." })
  .transform(normalizeEmail)
  .pipe(z.email("Enter an email address like name@example.org.").max(254, "That address is too long."));

const newPasswordField = z
  .string({ error: "Choose a password." })
  .min(12, "Use at least 12 characters. A few words in a row work well.")
  .max(200, "Use at most 200 characters.");

export const signInForm = z.object({
  email: emailField,
  password: z.string({ error: "Enter your password." }).max(200, "Use at most 200 characters."),
  next: z.string().optional(),
});

export const signUpForm = z.object({
  legalFirst: required("Enter your first name."),
  legalLast: required("Enter your last name."),
  email: emailField,
  password: newPasswordField,
});

export const forgotPasswordForm = z.object({ email: emailField });

export const newPasswordForm = z.object({ token: z.string(), password: newPasswordField });

export const tokenForm = z.object({ token: z.string() });

export const setupForm = signUpForm.extend({ token: z.string() });
