import type { CurrentCredit } from "~/credits/ledger/ledger.server";
import { affiliationOn, type AffiliationDates } from "~/people/affiliations/affiliation-dates";

/** A credit as HR sees it. Minutes are whole. */
export interface DistrictCredit {
  id: string;
  title: string;
  inServiceNumber: string;
  provider: string;
  completedOn: string;
  minutes: number;
  designations: { code: string; minutes: number }[];
  version: number;
  /** Of a time outside the district's dates: the person submitted it, and HR accepted it. */
  isSubmitted: boolean;
  /** What local rules say against it (S2). */
  flags: string[];
}

/** What a page says of a credit, for somebody with these dates, by what local rules say against each. */
export function toDistrictCredit(
  { id, completedOn, minutes, version, snapshot }: CurrentCredit,
  affiliations: readonly AffiliationDates[],
  flags: Record<string, string[]>,
): DistrictCredit {
  return {
    ...{ id, completedOn, minutes, version },
    title: snapshot.course.title,
    inServiceNumber: snapshot.offering.inServiceNumber,
    provider: snapshot.provider.name,
    designations: snapshot.designations,
    isSubmitted: affiliationOn(affiliations, completedOn) === undefined,
    flags: flags[id] ?? [],
  };
}
