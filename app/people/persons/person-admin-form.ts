import { z } from "zod";
import { isPlainDate } from "~/platform/time/plain-date";
import { emailField } from "~/people/accounts/account-form";
import { GRANT_ROLES, GRANT_SCOPES, ROLE_KINDS } from "~/people/roles/role";
import { buildingField, employeeIdField } from "~/people/affiliations/affiliation-form";
import { legalNameFields } from "~/people/names/legal-name-form";

/** A person whom an administrator enters, with where they work, if that is known. */
export const newPersonForm = z
  .object({
    ...legalNameFields,
    email: emailField.optional(),
    organisationId: z.string().optional(),
    roleKind: z.enum(ROLE_KINDS, "Choose what the person does there.").optional(),
    employeeId: employeeIdField,
    building: buildingField,
    fromDate: z.string().refine(isPlainDate, "Enter a date that exists.").optional(),
  })
  .superRefine(({ organisationId, roleKind, fromDate }, issues) => {
    if (!organisationId) return;
    const miss = (path: string, message: string) => issues.addIssue({ code: "custom", path: [path], message });
    if (!roleKind) miss("roleKind", "Choose what the person does there.");
    if (!fromDate) miss("fromDate", "Enter the first day there.");
  });

const SCOPE_FIELDS = {
  provider: { field: "providerId", message: "Choose the provider that the role is for." },
  organisation: { field: "organisationId", message: "Choose the organization that the role is for." },
  offering: { field: "inServiceNumber", message: "Enter the in-service number of the offering." },
} as const;

/** A role that an administrator grants, with what it is for (P2). */
export const grantForm = z
  .object({
    intent: z.literal("grant"),
    role: z.enum(GRANT_ROLES, "Choose a role."),
    providerId: z.string().optional(),
    organisationId: z.string().optional(),
    inServiceNumber: z.string().trim().optional(),
  })
  .superRefine((input, issues) => {
    const scope = GRANT_SCOPES[input.role];
    if (scope === "system") return;
    const { field, message } = SCOPE_FIELDS[scope];
    if (!input[field]) issues.addIssue({ code: "custom", path: [field], message });
  });

export const revokeForm = z.object({ intent: z.literal("revoke"), grantId: z.string().min(1) });

export const inviteForm = z.object({ intent: z.literal("invite"), email: emailField.optional() });
