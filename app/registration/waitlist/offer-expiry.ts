import { addOfficeHours } from "~/platform/time/time-zone";

const HOUR = 3_600_000;

/** How long an offer of a seat holds: the provider's hours, of all hours or of office hours only (R1). */
export interface OfferTerms {
  hours: number;
  officeHours: boolean;
  timeZone: string;
  /** Days without office hours, `YYYY-MM-DD`. */
  holidays: ReadonlySet<string>;
}

/**
 * The instant, epoch milliseconds, at which an offer of a seat lapses (R1): after the provider's hours, but never later
 * than half of the time that is left until the registration deadline, so that the next in the queue has a chance, too; at
 * least an hour, and never after the deadline itself.
 */
export function offerExpiry(now: number, terms: OfferTerms, deadline: number): number {
  const full = terms.officeHours
    ? addOfficeHours(now, terms.hours, terms.timeZone, terms.holidays)
    : now + terms.hours * HOUR;
  const shortened = now + Math.max(HOUR, Math.floor((deadline - now) / 2));
  return Math.min(full, shortened, deadline);
}

/** The instant at which the seat of a request for a supervisor's approval is given up: never after the start. */
export function requestExpiry(now: number, supervisorHours: number, startsAt: number): number {
  return Math.min(now + supervisorHours * HOUR, startsAt);
}

/** What people read of an offer's length: "24 hours", "24 office hours". */
export function offerHoursInWords({ hours, officeHours }: Pick<OfferTerms, "hours" | "officeHours">): string {
  return officeHours ? `${hours} office hours (Monday to Friday, 8 to 18)` : `${hours} hours`;
}
