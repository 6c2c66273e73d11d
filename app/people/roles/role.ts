/** What a person does in an organisation (domain section 1, "educator"). */
export const ROLE_KINDS = ["teacher", "administrator", "esa", "paraeducator", "other"] as const;
export type RoleKind = (typeof ROLE_KINDS)[number];

/** Role kinds in words, for forms and tables. */
export const ROLE_KIND_LABELS: Record<RoleKind, string> = {
  teacher: "Teacher",
  administrator: "Administrator",
  esa: "Educational staff associate (ESA)",
  paraeducator: "Paraeducator",
  other: "Other staff",
};

/** Roles that are granted. Everyone with an account is an educator without a grant. */
export const GRANT_ROLES = ["admin", "coordinator", "registrar", "facilitator", "assessor", "hr"] as const;
export type GrantRole = (typeof GRANT_ROLES)[number];

/** Granted roles in words. */
export const GRANT_ROLE_LABELS: Record<GrantRole, string> = {
  admin: "Administrator",
  coordinator: "Coordinator",
  registrar: "Registrar",
  facilitator: "Facilitator",
  assessor: "Assessor",
  hr: "HR staff",
};

/** What each role is granted for: the parent that owns the rows it may touch (P2). */
export const GRANT_SCOPES = {
  admin: "system",
  coordinator: "provider",
  registrar: "provider",
  facilitator: "offering",
  assessor: "provider",
  hr: "organisation",
} as const satisfies Record<GrantRole, "system" | "provider" | "offering" | "organisation">;

/** Whether somebody with these roles looks people and papers up: an assessor knows of nobody but those whom they judge. */
export const canSearch = (roles: readonly GrantRole[]): boolean => roles.some((role) => role !== "assessor");

/** Kinds of organisations that take part (domain section 11). */
export const ORGANISATION_KINDS = ["esd", "district", "charter", "compact", "partner"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Kinds of organisations in words. */
export const ORGANISATION_KIND_LABELS: Record<OrganisationKind, string> = {
  esd: "Educational service district",
  district: "School district",
  charter: "Charter school",
  compact: "Tribal compact school",
  partner: "Partner organization",
};
