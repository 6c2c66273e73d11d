import { addDays } from "~/platform/time/time-zone";
import type { AffiliationDates } from "~/people/affiliations/affiliation-dates";

/** Completion dates `YYYY-MM-DD`, both included; null for an open end. */
export interface Window {
  from: string | null;
  to: string | null;
}

/**
 * S1: the parts of a period in which a person belonged to a district, oldest first. Affiliations that follow one another
 * without a gap are one: a new role in the same district is no new transcript.
 */
export function windowsWithin(affiliations: readonly AffiliationDates[], period: Window): Window[] {
  const sorted = [...affiliations].sort((a, b) => (a.fromDate < b.fromDate ? -1 : 1));
  const joined: { from: string; to: string | null }[] = [];
  for (const { fromDate, toDate } of sorted) {
    const last = joined.at(-1);
    if (last && (last.to === null || addDays(last.to, 1) >= fromDate)) {
      last.to = last.to === null || toDate === null ? null : later(last.to, toDate);
    } else joined.push({ from: fromDate, to: toDate });
  }
  return joined
    .map(({ from, to }) => ({
      from: period.from === null ? from : later(from, period.from),
      to: to === null ? period.to : period.to === null ? to : earlier(to, period.to),
    }))
    .filter(({ from, to }) => to === null || from <= to);
}

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);
