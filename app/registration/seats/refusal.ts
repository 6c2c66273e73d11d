import type { Refusal } from "~/platform/outcome";

/** Why a registration command changed nothing. */
export type RegistrationRefusal =
  | "unknown-offering"
  | "unknown-registration"
  | "not-published"
  | "not-yet"
  | "closed"
  | "full"
  | "already-registered"
  | "own-offering"
  | "not-in-audience"
  | "missing-prerequisite"
  | "missing-answer"
  | "no-supervisor"
  | "own-supervisor"
  | "offer-lapsed"
  | "request-lapsed"
  | "too-late-to-cancel"
  | "no-free-seat"
  | "offering-over"
  | "other-course"
  | "nobody-chosen"
  | "person-elsewhere"
  | "empty-placeholder"
  | "link-expired"
  | "not-possible-now";

/** Each refusal in plain words: why, and what to do next. */
export const REGISTRATION_REFUSALS: Record<RegistrationRefusal, string> = {
  "unknown-offering": "This offering does not exist any more. Look in the catalog for other dates.",
  "unknown-registration": "This registration does not exist.",
  "not-published": "This offering does not take registrations. Look in the catalog for other dates.",
  "not-yet": "Registration has not opened yet. The page shows when it does.",
  closed: "Registration has closed. Ask the coordinator, or look for other dates.",
  full: "Every seat is taken and the waitlist is full. Look for other dates of this course.",
  "already-registered": "You are registered or waiting here already. You find it under My registrations.",
  "own-offering": "You teach this offering, so you are on its roster already.",
  "not-in-audience":
    "This offering is for its course's audience only, and no workplace on your profile that its HR has confirmed is in it. Correct your profile, ask your HR to confirm it, or ask the coordinator.",
  "missing-prerequisite":
    "You need a posted credit for another course first; the offering's page names it. Ask the coordinator if you took it elsewhere.",
  "missing-answer": "Answer this question.",
  "no-supervisor": "Enter your supervisor's email address: your seat is held until they have answered.",
  "own-supervisor": "This is your own address. Enter that of the person who approves what you attend.",
  "offer-lapsed":
    "The time to accept this seat has passed, and it went to the next person. You can join the waitlist again.",
  "request-lapsed": "The time to answer this request has passed, and the seat was given up.",
  "too-late-to-cancel": "It is too late to cancel by yourself. Ask the coordinator.",
  "no-free-seat": "Every seat is held. Raise the number of seats, or wait until one is free.",
  "offering-over": "This offering is over and takes no more registrations.",
  "other-course": "People can be moved between offerings of one course only.",
  "nobody-chosen": "Nobody whom you chose can be reached by mail, so nothing was sent.",
  "person-elsewhere": "Somebody whom you chose is not in this offering, so nothing was sent. Choose again.",
  "empty-placeholder": "The text names something in braces that this offering does not have. Look at the preview.",
  "link-expired": "This link does not work any more.",
  "not-possible-now": "This is not possible any more: the registration has changed in the meantime. Reload the page.",
};

/** The field of a form that a refusal is about; undefined when it is about none. */
export function refusedField({ reason, detail }: Refusal<RegistrationRefusal>): string | undefined {
  if (reason === "missing-answer") return `answers.${detail.question}`;
  return reason === "no-supervisor" || reason === "own-supervisor" ? "supervisorEmail" : undefined;
}
