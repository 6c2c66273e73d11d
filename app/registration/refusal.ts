/** Why a registration command changed nothing. */
export type RegistrationRefusal =
  | "unknown-offering"
  | "unknown-registration"
  | "not-published"
  | "not-yet"
  | "closed"
  | "full"
  | "already-registered"
  | "own-training"
  | "offer-lapsed"
  | "too-late-to-cancel"
  | "not-possible-now";

/** Each refusal in plain words: why, and what to do next. */
export const REGISTRATION_REFUSALS: Record<RegistrationRefusal, string> = {
  "unknown-offering": "This offering does not exist any more. Look in the catalog for other dates.",
  "unknown-registration": "This registration does not exist.",
  "not-published": "This offering does not take registrations. Look in the catalog for other dates.",
  "not-yet": "Registration has not opened yet. The page shows when it does.",
  closed: "Registration has closed. Ask the coordinator, or look for other dates.",
  full: "Every seat and every place on the waitlist is taken. Look for other dates of this course.",
  "already-registered": "You already have a place here. You find it under My registrations.",
  "own-training": "You teach this offering, so you are on its roster already.",
  "offer-lapsed":
    "The time to accept this seat has passed, and it went to the next person. You can join the waitlist again.",
  "too-late-to-cancel": "It is too late to cancel by yourself. Ask the coordinator.",
  "not-possible-now": "This is not possible any more: the registration has changed in the meantime. Reload the page.",
};
