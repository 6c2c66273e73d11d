import type { AccessRow } from "./row";

/** Administrators may see everybody; each reading names whom. */
const ALL = { who: ["admin"], scope: "the whole of Hourbook" } as const;

export const ADMIN_ROWS: readonly AccessRow[] = [
  { route: "admin/people._index", method: "GET", ...ALL, at: "/admin/people", shows: ["person"] },
  { route: "admin/people._index", method: "GET", ...ALL, at: "/admin/people?q={name}", shows: ["person"] },
  { route: "admin/people.new", method: "GET", ...ALL, at: "/admin/people/new" },
  {
    route: "admin/people.new",
    method: "POST",
    ...ALL,
    at: "/admin/people/new",
    send: { legalFirst: "Somebody", legalLast: "New" },
  },
  { route: "admin/people.$id", method: "GET", ...ALL, at: "/admin/people/{person}", answers: 302 },
  {
    route: "admin/people.$id_.workplaces.$workplaceId",
    method: "GET",
    ...ALL,
    at: "/admin/people/{person}/workplaces/{affiliation}",
    shows: ["person"],
    office: "entered by, confirmed by",
  },
  {
    route: "admin/people.$id_.workplaces.$workplaceId",
    method: "POST",
    intent: "affiliation",
    ...ALL,
    at: "/admin/people/{person}/workplaces/{affiliation}",
    send: { organisationId: "{district}", roleKind: "other", fromDate: "2026-09-02" },
  },
  { route: "admin/mail._index", method: "GET", ...ALL, at: "/admin/mail" },
  { route: "admin/mail._index", method: "GET", ...ALL, at: "/admin/mail?to={email}", shows: ["person"] },
  {
    route: "admin/mail._index",
    method: "POST",
    intent: "dismiss-alarm",
    ...ALL,
    at: "/admin/mail",
    send: { topic: "relay" },
    answers: 409,
  },
  {
    route: "admin/mail._index",
    method: "POST",
    intent: "resend-all",
    ...ALL,
    at: "/admin/mail",
    send: { reason: "The relay is mended." },
    answers: 409,
  },
  { route: "admin/mail.$id", method: "GET", ...ALL, at: "/admin/mail/{mail}", shows: ["person"] },
  { route: "admin/mail.$id", method: "GET", ...ALL, at: "/admin/mail/{supervisorMail}", shows: ["person"] },
  { route: "admin/mail.$id", method: "POST", ...ALL, at: "/admin/mail/{mail}" },
  { route: "admin/jobs", method: "GET", ...ALL, at: "/admin/jobs" },
  {
    route: "admin/jobs",
    method: "POST",
    intent: "try-again",
    ...ALL,
    at: "/admin/jobs",
    send: { kind: "send-reminders", rowId: "none" },
    answers: 409,
  },
];
