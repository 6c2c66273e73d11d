import { z } from "zod";
import { isPlainDate } from "~/platform/time/time-zone";
import { ROLE_KINDS } from "~/people/roles/role";

const optional = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Use at most ${longest} characters.`)
    .optional()
    .transform((text) => text || null);

const required = (message: string) =>
  z.string({ error: message }).trim().min(1, message).max(120, "Use at most 120 characters.");

/** P1: what has the shape of the other number is not taken. */
const NUMBER = "Use the letters and digits of your certificate. Never a Social Security number.";

export const profileForm = z.object({
  intent: z.literal("profile"),
  legalFirst: required("Enter your first name."),
  legalLast: required("Enter your last name."),
  preferredName: optional(120),
  certificateNumber: optional(20).pipe(
    z
      .string()
      .regex(/^[A-Za-z0-9-]+$/, NUMBER)
      .refine((number) => !/^\d{3}-?\d{2}-?\d{4}$/.test(number), NUMBER)
      .nullable(),
  ),
  certificateExpiresOn: optional(10).refine((date) => date === null || isPlainDate(date), "Enter a date."),
  phone: optional(30),
  workLocation: optional(120),
  accessNeeds: optional(500),
  dietaryNeeds: optional(500),
});

const date = (message: string) => z.string({ error: message }).refine(isPlainDate, message);

export const affiliationForm = z
  .object({
    intent: z.literal("affiliation"),
    organisationId: z.string({ error: "Choose an organization." }).min(1, "Choose an organization."),
    roleKind: z.enum(ROLE_KINDS, "Choose what you do there."),
    title: optional(120),
    employeeId: optional(30),
    fromDate: date("Enter the first day."),
    toDate: date("Enter a date.")
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
  toDate: date("Enter the last day."),
});

export const formerNameForm = z.object({ intent: z.literal("former-name"), name: required("Enter the former name.") });

/** Everything that the profile page can post. */
export const profilePageForm = z.discriminatedUnion("intent", [
  profileForm,
  affiliationForm,
  endAffiliationForm,
  formerNameForm,
]);
