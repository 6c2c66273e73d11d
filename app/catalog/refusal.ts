import type { Refusal } from "~/platform/outcome";

/** Why a command on courses and offerings changed nothing. */
export type CatalogRefusal =
  | "unknown-course"
  | "unknown-offering"
  | "unknown-program-area"
  | "unknown-audience"
  | "unknown-host"
  | "unknown-person"
  | "no-objectives"
  | "course-archived"
  | "course-not-published"
  | "course-has-offerings"
  | "course-offered"
  | "course-asked-for"
  | "bad-session"
  | "bad-pause"
  | "sessions-overlap"
  | "own-time-too-short"
  | "session-has-steps"
  | "steps-do-not-add-up"
  | "session-begun"
  | "session-in-past"
  | "no-sessions"
  | "capacity-below-taken"
  | "approved-hours-missing"
  | "already-started"
  | "too-short-notice"
  | "committee-in-future"
  | "provider-not-approved"
  | "below-minimum"
  | "more-than-countable"
  | "between-steps"
  | "designation-over-hours"
  | "designation-not-given"
  | "objectives-not-public"
  | "offering-over"
  | "approval-after-end"
  | "no-reason"
  | "decided-already"
  | "has-registrations"
  | "changed-meanwhile"
  | "not-possible-now";

/** Each refusal in plain words: why, and what to do next. Figures stand in braces. */
export const CATALOG_REFUSALS: Record<CatalogRefusal, string> = {
  "unknown-course": "This course does not exist.",
  "unknown-offering": "This offering does not exist.",
  "unknown-program-area": "Choose a program area from the list.",
  "unknown-audience": "Choose the audiences from the list.",
  "unknown-host": "Choose the host district from the list.",
  "unknown-person": "One of the instructors is not known any more. Choose them again.",
  "no-objectives": "Write at least one learning objective first; they are public.",
  "course-archived": "This course is archived. Publish it again before you schedule it.",
  "course-not-published": "Publish the course first; nobody could find this offering otherwise.",
  "course-has-offerings":
    "{count} published offerings of this course are still to come. Cancel them or wait until they are over.",
  "course-offered": "It has offerings, so it stays on record. Archive it instead.",
  "course-asked-for": "Another course asks for it first. Change that course before you delete this one.",
  "bad-session": "Session {session} needs a real date and an end that differs from its start.",
  "bad-pause": "A meal or break of session {session} does not lie within the session.",
  "sessions-overlap": "Session {session} begins before the one before it has ended.",
  "own-time-too-short": "Session {session} is open for less time than its hours of work. Let it close later.",
  "session-has-steps":
    "The hours of session {session} are those of its steps. Change the minutes of the steps first, or take the steps away.",
  "steps-do-not-add-up":
    "The steps of session {session} hold {planned} of its {own} minutes. Plan all of them under Steps first.",
  "session-begun": "A session that has begun, or has attendance, stays as it is.",
  "session-in-past": "Session {session} would lie in the past. Choose a later date.",
  "no-sessions": "Add at least one session first.",
  "capacity-below-taken":
    "{taken} seats are taken, so there cannot be only {capacity}. Withdraw people first or keep more seats.",
  "approved-hours-missing":
    "{approved} hours are approved, and these sessions hold only {countable}. Keep the sessions that long, or cancel and propose a new offering.",
  "already-started": "It has started already, and approval is never given afterward.",
  "approval-after-end": "The last session is over, and approval is never given afterward.",
  "no-reason": "This changes what a committee has approved. Say why; it stands on the record beside the approval.",
  "too-short-notice":
    "Approval needs {needed} full working days before the first session; there are {left}. Move the first session.",
  "committee-in-future": "The committee cannot have met on a day that is still to come.",
  "provider-not-approved":
    "The provider is not approved for {year}, the year of the first session. An administrator adds the year under Administration, Providers.",
  "below-minimum": "The sessions hold less than the minimum of {minimum} hours, so no clock hours can be approved.",
  "between-steps": "Hours are counted in steps here: enter {lower} or {upper}.",
  "more-than-countable": "The sessions hold {countable} countable hours; no more can be approved.",
  "designation-over-hours": "{designation} counts for {hours} hours, more than the {approved} that are approved.",
  "decided-already": "A committee has decided on this offering, so it stays on record. Cancel it instead.",
  "has-registrations": "Somebody has registered, so it stays public. Cancel it instead; everybody is told.",
  "changed-meanwhile": "Somebody has changed this at the same moment. Save again to see what.",
  "designation-not-given":
    "The provider may not give hours for {designations} on {date}. Take them off, or ask an administrator to list the provider for them under Administration, Providers.",
  "objectives-not-public":
    "Hours for {designations} need learning objectives that everybody can read. Write them in the course first.",
  "offering-over": "The last session is over, so there is nothing left to cancel.",
  "not-possible-now": "This is not possible any more: the offering has changed in the meantime. Reload the page.",
};

/** A refusal as a sentence, with its figures. */
export function catalogRefusalText({ reason, detail }: Refusal<CatalogRefusal>): string {
  return CATALOG_REFUSALS[reason].replaceAll(/\{(\w+)\}/g, (_match, name: string) => String(detail[name] ?? "…"));
}
