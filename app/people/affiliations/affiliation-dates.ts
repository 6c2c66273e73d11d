/** From and to of an affiliation, `YYYY-MM-DD`, both included; null while it lasts. */
export interface AffiliationDates {
  fromDate: string;
  toDate: string | null;
}

/** S1: the affiliation that holds a day, the first in the list's order; undefined when none does. */
export function affiliationOn<Dates extends AffiliationDates>(dates: readonly Dates[], day: string): Dates | undefined {
  return dates.find(({ fromDate, toDate }) => fromDate <= day && (toDate === null || toDate >= day));
}

const FOREVER = "9999-12-31";

/** Whether two spans share a day. */
export function overlap(a: AffiliationDates, b: AffiliationDates): boolean {
  return a.fromDate <= (b.toDate ?? FOREVER) && b.fromDate <= (a.toDate ?? FOREVER);
}

/** Whether a span holds a day that an earlier one does not. */
export function addsDays(before: AffiliationDates, after: AffiliationDates): boolean {
  return after.fromDate < before.fromDate || (after.toDate ?? FOREVER) > (before.toDate ?? FOREVER);
}

/** What an affiliation says of somebody, besides its days. */
export interface AffiliationFacts extends AffiliationDates {
  organisationId: string;
  roleKind: string;
  employeeId: string | null;
}

/**
 * Whether a change says something that nobody but the person vouches for: other days, another organisation, role or
 * number. What only takes days away, or names a building or a title, leaves a confirmation standing (S1).
 */
export function needsNewConfirmation(before: AffiliationFacts, after: AffiliationFacts): boolean {
  return (
    addsDays(before, after) ||
    before.organisationId !== after.organisationId ||
    before.roleKind !== after.roleKind ||
    before.employeeId !== after.employeeId
  );
}
