import { type Designation, DESIGNATIONS } from "~/catalog/courses/designation";
import type { OrganisationKind } from "~/people/roles/role";

/** Designations that not everybody may give, and the kinds of organizations that may without being on a list (A4). */
const RESTRICTED = new Map<Designation, readonly OrganisationKind[]>([
  ["EQUITY", ["esd", "district"]],
  ["LEADERSHIP", ["esd", "district"]],
  ["G2G", []],
]);

/** Designations whose learning objectives must be public (A4). */
const WITH_PUBLIC_OBJECTIVES: readonly Designation[] = ["EQUITY", "LEADERSHIP"];

/** From when to when a provider is listed for a designation; both days are included. */
export interface Listing {
  designation: Designation;
  fromDate: string;
  toDate: string | null;
}

/** What decides about designations: the kind of the provider's organization, and what it is listed for. */
export interface Giver {
  kind: OrganisationKind;
  listings: readonly Listing[];
}

/** The designations for which a provider can be listed. */
export const LISTED_DESIGNATIONS = [...RESTRICTED.keys()] as [Designation, ...Designation[]];

/** Whether a provider may give hours for a designation on a date (A4). */
export function mayGive({ kind, listings }: Giver, designation: Designation, date: string): boolean {
  const kinds = RESTRICTED.get(designation);
  return !kinds || kinds.includes(kind) || listings.some((listing) => isListed(listing, designation, date));
}

function isListed(listing: Listing, designation: Designation, date: string): boolean {
  const { fromDate, toDate } = listing;
  return listing.designation === designation && fromDate <= date && (toDate === null || toDate >= date);
}

/** Whether hours for a designation need learning objectives that everybody can read (A4). */
export function needsPublicObjectives(designation: Designation): boolean {
  return WITH_PUBLIC_OBJECTIVES.includes(designation);
}

/** Which of the restricted designations the kind of an organization gives without a list, in words; null when none. */
export function givenByKind(kind: OrganisationKind): string | null {
  const free = LISTED_DESIGNATIONS.filter((code) => RESTRICTED.get(code)?.includes(kind));
  return free.length > 0 ? free.map((code) => DESIGNATIONS[code]).join(", ") : null;
}
