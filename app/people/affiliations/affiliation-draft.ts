import type { AffiliationInput } from "./affiliation-form";

/** What people choose who work for none of the organizations that Hourbook knows. */
export const NO_ORGANISATION = "none";

/** What the form shows of a workplace, and by which its version is known. */
export function toAffiliationDraft({
  organisationId,
  roleKind,
  title,
  employeeId,
  building,
  fromDate,
  toDate,
}: AffiliationInput): AffiliationInput {
  return { organisationId, roleKind, title, employeeId, building, fromDate, toDate };
}
