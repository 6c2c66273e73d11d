import { z } from "zod";
import { isSocialSecurityNumber, NEVER_A_SOCIAL_SECURITY_NUMBER } from "~/platform/text/social-security-number";
import { LONGEST_BUILDING, LONGEST_EMPLOYEE_ID, LONGEST_TITLE } from "./affiliation-limit";
import { NO_ORGANISATION } from "./affiliation-draft";
import { ROLE_KINDS } from "~/people/roles/role";
import { versionFields } from "~/platform/http/version-fields";
import { optionalText, plainDate } from "~/platform/http/form-fields";

/** The district's own number for a person. Never what P1 forbids. */
export const employeeIdField = optionalText(LONGEST_EMPLOYEE_ID).refine(
  (text) => text === null || !isSocialSecurityNumber(text),
  NEVER_A_SOCIAL_SECURITY_NUMBER,
);
export const buildingField = optionalText(LONGEST_BUILDING);

const details = {
  title: optionalText(LONGEST_TITLE),
  employeeId: employeeIdField,
  building: buildingField,
};

const lastDay = plainDate("Enter a date.")
  .optional()
  .transform((text) => text ?? null);

const IN_ORDER = { error: "The last day is before the first.", path: ["toDate"] };
const inOrder = ({ fromDate, toDate }: { fromDate: string; toDate: string | null }) =>
  toDate === null || toDate >= fromDate;

/** Where somebody works, as what, and on which days (S1). */
const workplace = z.object({
  organisationId: z.string({ error: "Choose an organization." }).min(1, "Choose an organization.").max(64),
  roleKind: z.enum(ROLE_KINDS, "Choose what is done there."),
  ...details,
  fromDate: plainDate("Enter the first day there."),
  toDate: lastDay,
});

export type AffiliationInput = z.output<typeof workplace>;

/** A workplace that is entered or corrected. */
export const affiliationForm = workplace
  .extend({ intent: z.literal("affiliation"), ...versionFields })
  .refine(inOrder, IN_ORDER);

/** Somebody left, or an entry of theirs was a mistake. */
export const endAffiliationForm = z.object({
  intent: z.literal("end-affiliation"),
  affiliationId: z.string().min(1),
  toDate: plainDate("Enter the last day."),
});
export const removeAffiliationForm = z.object({
  intent: z.literal("remove-affiliation"),
  affiliationId: z.string().min(1),
});

/** The fields of the same question within another form: where somebody works, or that it is none of these. */
export const askedWorkplace = z
  .object({
    organisationId: z
      .string({ error: "Say where you work, or choose “None of these”." })
      .min(1, "Say where you work, or choose “None of these”.")
      .max(64),
    roleKind: z.enum(ROLE_KINDS, "Choose what you do there.").optional(),
    ...details,
    fromDate: plainDate("Enter your first day there.").optional(),
    toDate: lastDay,
  })
  .superRefine(({ organisationId, roleKind, fromDate, toDate }, issues) => {
    if (organisationId === NO_ORGANISATION) return;
    const miss = (path: string, message: string) => issues.addIssue({ code: "custom", path: [path], message });
    if (!roleKind) miss("roleKind", "Choose what you do there.");
    if (!fromDate) miss("fromDate", "Enter your first day there.");
    else if (!inOrder({ fromDate, toDate })) miss("toDate", IN_ORDER.error);
  })
  .transform(({ organisationId, roleKind, fromDate, ...rest }): AffiliationInput | null =>
    organisationId === NO_ORGANISATION || !roleKind || !fromDate
      ? null
      : { organisationId, roleKind, fromDate, ...rest },
  );

/** The same where it must be answered: a form without the fields is answered at them. */
export const requiredWorkplace = z.preprocess((given) => given ?? {}, askedWorkplace);
