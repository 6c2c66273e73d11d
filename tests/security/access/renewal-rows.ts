import type { AccessRow } from "./row";

const MINE = { who: ["signed in"], scope: "the person who asks" } as const;
const OWNER = { who: ["owner"], scope: "the person whose certificate it is" } as const;

/** What somebody's papers say, and what their renewal takes: nothing of anybody else. */
export const RENEWAL_ROWS: readonly AccessRow[] = [
  { route: "certificate/certificate._index", method: "GET", ...MINE, at: "/certificate", shows: ["training"] },
  { route: "certificate/certificate.what-if", method: "GET", ...MINE, at: "/certificate/what-if", open: ["trainings"] },
  {
    route: "certificate/certificate._index",
    method: "POST",
    intent: "share",
    ...MINE,
    at: "/certificate",
    send: { organisation: "{district}" },
    answers: [302, 409],
  },
  {
    route: "certificate/certificate._index",
    method: "POST",
    intent: "stop-sharing",
    ...MINE,
    at: "/certificate",
    send: { organisation: "{district}" },
  },
  { route: "admin/renewal-rules", method: "GET", who: ["admin"], scope: "everything", at: "/admin/renewal-rules" },
  { route: "certificate/certificate.application", method: "GET", ...MINE, at: "/certificate/application" },
  {
    route: "certificate/certificate.application",
    method: "POST",
    ...MINE,
    at: "/certificate/application",
    send: {},
    answers: [302, 409],
  },
  {
    route: "certificate/certificate.pack",
    method: "POST",
    ...MINE,
    at: "/certificate/pack",
    send: { as: "pdf" },
    answers: [200, 302],
  },
  {
    route: "certificate/certificate.calendar",
    method: "GET",
    ...MINE,
    at: "/certificate/calendar",
    answers: [200, 404],
  },
  { route: "certificate/certificate.papers._index", method: "GET", ...MINE, at: "/certificate/papers" },
  {
    route: "certificate/certificate.papers._index",
    method: "POST",
    intent: "save-qualifications",
    ...MINE,
    at: "/certificate/papers",
    send: { endorsements: ["Biology"] },
  },
  { route: "certificate/certificate.papers.new", method: "GET", ...MINE, at: "/certificate/papers/new" },
  {
    route: "certificate/certificate.papers.new",
    method: "POST",
    intent: "save-certificate",
    ...MINE,
    at: "/certificate/papers/new",
    send: { kind: "principal", issuedOn: "2024-07-01", expiresOn: "2029-06-30" },
  },
  { route: "certificate/certificate.papers.$id", method: "GET", ...OWNER, at: "/certificate/papers/{paper}" },
  {
    route: "certificate/certificate.papers.$id",
    method: "POST",
    intent: "save-certificate",
    ...OWNER,
    at: "/certificate/papers/{paper}",
    send: { kind: "teacher", issuedOn: "2024-07-01", expiresOn: "2029-06-29" },
  },
  {
    route: "certificate/certificate.papers.$id",
    method: "POST",
    intent: "remove-certificate",
    ...OWNER,
    at: "/certificate/papers/{paper}",
    send: {},
  },
];
