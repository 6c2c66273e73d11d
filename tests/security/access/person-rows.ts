import type { AccessRow, Who } from "./row";

/**
 * One page per person for every role of the staff within its scope. Whoever has nothing to do with the person, or lacks the
 * right to a form of the page, is told that there is no such page.
 */
const at = "/people/{person}";
const STAFF: readonly Who[] = ["admin", "registrar", "coordinator"];
const ADMIN: readonly Who[] = ["admin"];
const REGISTRAR: readonly Who[] = ["admin", "registrar"];

const form = (intent: string, who: readonly Who[], rest: Partial<AccessRow> = {}): AccessRow => ({
  route: "staff/people.$id",
  method: "POST",
  intent,
  who,
  scope: "providers with which the person has a registration or a claim",
  at,
  others: 404,
  ...rest,
});

const SEARCH = {
  route: "staff/search",
  method: "GET",
  who: [...STAFF, "facilitator", "hr"],
  scope: "each group as the page that it leads to",
  others: 404,
  open: ["trainings"],
} as const;

export const PERSON_ROWS: readonly AccessRow[] = [
  { ...SEARCH, at: "/search" },
  { ...SEARCH, at: "/search?q=Lee", shows: ["person"] },
  { ...SEARCH, at: "/search?q=training", shows: ["training"] },
  {
    route: "staff/people.$id",
    method: "GET",
    who: [...STAFF, "facilitator", "hr"],
    scope:
      "providers with which, offerings on whose roster, and districts at which the person is; each part by its own scope",
    at,
    others: 404,
    // HR is led on to the page that it has within its own dates.
    answers: [200, 302],
    shows: ["person", "training"],
    office: "looked at by, granted by, done by",
  },
  form("correct-name", REGISTRAR, { send: { legalFirst: "Lea", legalLast: "{name}", reason: "Read wrongly" } }),
  form("correct-number", REGISTRAR, { send: { certificateNumber: "412345B", reason: "Read wrongly" } }),
  // The insider has an account: its address is theirs to prove.
  form("correct-address", STAFF, { send: { email: "new@test.example", reason: "Read wrongly" }, answers: 409 }),
  form("clear-fault", STAFF, { send: {} }),
  form("send-reset", STAFF, { send: {} }),
  form("propose-address", ADMIN, { send: { email: "new@test.example", reason: "They called" } }),
  form("lock", ADMIN, { send: { reason: "A stolen laptop" } }),
  form("unlock", ADMIN, { send: {}, answers: 409 }),
  form("close", ADMIN, { send: { reason: "Left the district" } }),
  form("reopen", ADMIN, { send: {}, answers: 409 }),
  form("invite", STAFF, { answers: 409, send: {} }),
  // The insider has a place in all of them, and mail to them comes back.
  form("register", ["coordinator"], { send: { offeringId: "{offering.coming}", reason: "Asked" }, answers: 409 }),
  form("write", STAFF, { send: { subject: "Your number", body: "Please look at it.", nonce: "one" }, answers: 409 }),
  form("add-note", STAFF, { send: { body: "Called about it.", nonce: "one" } }),
  form("take-back-note", STAFF, { send: { noteId: "none" }, answers: 409 }),
  form("grant", ADMIN, { send: { role: "registrar", providerId: "{provider}" } }),
  form("revoke", ADMIN, { at: "/people/{registrar}", send: { grantId: "{grant}" } }),
  form("confirm", ADMIN, { send: { affiliation: "{affiliation}" } }),
  form("disown", ADMIN, { send: { affiliation: "{affiliation}" } }),
  form("take-back", ADMIN),
];
