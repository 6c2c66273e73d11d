import { addDays, addMonths, dateOf, nextMonday, nextMonth, toInstant } from "~/platform/time/time-zone";
import type { PlannedReminder } from "./planned-reminder";
import { nextCutoff } from "./salary-cutoff";

/** How long the week's and the month's reminders stay of use, in days. */
const WEEKLY_USE_DAYS = 5;
const MONTHLY_USE_DAYS = 14;
/** Days before the salary cut-off on which HR is reminded. */
const CUTOFF_DAYS = [30, 7];

/** Who is to be told, of what, since when. */
export interface Addressee {
  personId: string;
  subjectId: string;
  since: number;
}

const at = (date: string, timeZone: string) => toInstant(`${date}T08:00`, timeZone);

/** Registrars hear on Mondays at 8:00 how long claims have waited. */
export function planAgeing(to: Addressee, today: string, timeZone: string): PlannedReminder {
  const monday = nextMonday(today);
  return {
    ...to,
    kind: "claims-ageing",
    occasion: monday,
    dueAt: at(monday, timeZone),
    expiresAt: at(addDays(monday, WEEKLY_USE_DAYS), timeZone),
  };
}

/** HR hears on the first of the month at 8:00 of hours since its last export. */
export function planNewHours(to: Addressee, today: string, timeZone: string): PlannedReminder {
  const first = nextMonth(today);
  return {
    ...to,
    kind: "new-hours",
    occasion: first,
    dueAt: at(first, timeZone),
    expiresAt: at(addDays(first, MONTHLY_USE_DAYS), timeZone),
  };
}

/** HR hears 30 and 7 days before its salary cut-off (S2), at 8:00. */
export function planCutoff(to: Addressee, monthDay: string, today: string, timeZone: string): PlannedReminder[] {
  const cutoff = nextCutoff(monthDay, today);
  return CUTOFF_DAYS.map((days) => ({
    ...to,
    kind: "salary-cutoff",
    occasion: `${cutoff} -${days}`,
    dueAt: at(addDays(cutoff, -days), timeZone),
    expiresAt: at(addDays(cutoff, 1), timeZone),
  }));
}

/** Days before an API token ends on which HR is reminded; each is of use until the next one. */
const TOKEN_DAYS = [30, 7, 1];

/** HR hears 30 days, 7 days and a day before a token of its payroll ends, at 8:00. */
export function planToken(to: Addressee, endsAt: number, timeZone: string): PlannedReminder[] {
  const last = dateOf(endsAt, timeZone);
  const dueAt = (days: number) => at(addDays(last, -days), timeZone);
  return TOKEN_DAYS.map((days, index) => {
    const next = TOKEN_DAYS[index + 1];
    return {
      ...to,
      kind: "token-ending",
      occasion: `${last} -${days}`,
      dueAt: dueAt(days),
      expiresAt: next === undefined ? endsAt : dueAt(next),
    };
  });
}

/** Months before a certificate's last day in which its holder hears what is missing. */
const RENEWAL_MONTHS = [24, 12, 6, 3];

/** N1: two years, a year, six and three months before a certificate ends, at 8:00; each is of use until the next one. */
export function planRenewal(
  person: { personId: string; since: number },
  expiresOn: string,
  timeZone: string,
): PlannedReminder[] {
  return RENEWAL_MONTHS.map((months, index) => ({
    ...person,
    subjectId: person.personId,
    kind: "renewal",
    occasion: occasionOf(expiresOn, months),
    dueAt: at(addMonths(expiresOn, -months), timeZone),
    expiresAt: at(addMonths(expiresOn, -(RENEWAL_MONTHS[index + 1] ?? 0)), timeZone),
  }));
}

/** The year's stays named as it was when there were no others, so that none that was sent is sent again. */
const occasionOf = (expiresOn: string, months: number) => (months === 12 ? expiresOn : `${expiresOn} -${months}`);

/** The last day that a renewal's reminder is about. */
export const lastDayIn = (occasion: string): string => occasion.split(" ")[0] ?? occasion;
