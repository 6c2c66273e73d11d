import { isPlainDate } from "~/platform/time/plain-date";
import { addDays, daysBetween } from "~/platform/time/time-zone";
import type { OfferingDraft, SessionDraft } from "./offering-draft";

/** How far ahead a copy begins at least: time for the committee and for registrations. */
const AHEAD_DAYS = 28;

/**
 * An offering as the draft of another: the same weekdays and hours, moved by whole weeks, and everything else kept.
 * @param today `YYYY-MM-DD`; the copy's first session lies at least four weeks after it, and after the original's
 * @returns the draft, and by how many weeks its dates are moved; 0 where there are no dates
 */
export function copyDraft(original: OfferingDraft, today: string): { draft: OfferingDraft; weeks: number } {
  const first = original.sessions
    .map(({ date }) => date)
    .filter(isPlainDate)
    .sort()[0];
  const weeks = first ? Math.max(1, Math.ceil(daysBetween(first, addDays(today, AHEAD_DAYS)) / 7)) : 0;
  const move = (text: string) => moveDay(text, weeks * 7);
  return {
    weeks,
    draft: {
      ...original,
      registrationOpens: move(original.registrationOpens),
      registrationCloses: move(original.registrationCloses),
      firstOpens: move(original.firstOpens),
      sessions: original.sessions.map(({ id: _id, ...session }): SessionDraft => ({
        ...session,
        date: move(session.date),
        ...(session.lastDate && { lastDate: move(session.lastDate) }),
      })),
    },
  };
}

/** A date, or a date with a wall time, some days later; the wall time stays. */
function moveDay(text: string, days: number): string {
  const date = text.slice(0, 10);
  return isPlainDate(date) ? addDays(date, days) + text.slice(10) : text;
}
