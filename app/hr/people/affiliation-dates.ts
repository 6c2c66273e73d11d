/** From and to of an affiliation, `YYYY-MM-DD`, both included; null while it lasts. */
export interface AffiliationDates {
  fromDate: string;
  toDate: string | null;
}

/** S1: the affiliation that holds a day, the first in the list's order; undefined when none does. */
export function affiliationOn<Dates extends AffiliationDates>(dates: readonly Dates[], day: string): Dates | undefined {
  return dates.find(({ fromDate, toDate }) => fromDate <= day && (toDate === null || toDate >= day));
}
