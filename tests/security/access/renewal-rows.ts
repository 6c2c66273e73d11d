import type { AccessRow } from "./row";

const MINE = { who: ["signed in"], scope: "the person who asks" } as const;
const OWNER = { who: ["owner"], scope: "the person whose certificate it is" } as const;

/** What somebody's papers say, and what their renewal takes: nothing of anybody else. */
export const RENEWAL_ROWS: readonly AccessRow[] = [
  { route: "educator/certificate._index", method: "GET", ...MINE, at: "/certificate", shows: ["training"] },
  { route: "educator/certificate.what-if", method: "GET", ...MINE, at: "/certificate/what-if", open: ["trainings"] },
  { route: "educator/certificate.papers._index", method: "GET", ...MINE, at: "/certificate/papers" },
  {
    route: "educator/certificate.papers._index",
    method: "POST",
    intent: "save-qualifications",
    ...MINE,
    at: "/certificate/papers",
    send: { endorsements: ["Biology"] },
  },
  { route: "educator/certificate.papers.new", method: "GET", ...MINE, at: "/certificate/papers/new" },
  {
    route: "educator/certificate.papers.new",
    method: "POST",
    intent: "save-certificate",
    ...MINE,
    at: "/certificate/papers/new",
    send: { kind: "principal", issuedOn: "2024-07-01", expiresOn: "2029-06-30" },
  },
  { route: "educator/certificate.papers.$id", method: "GET", ...OWNER, at: "/certificate/papers/{paper}" },
  {
    route: "educator/certificate.papers.$id",
    method: "POST",
    intent: "save-certificate",
    ...OWNER,
    at: "/certificate/papers/{paper}",
    send: { kind: "teacher", issuedOn: "2024-07-01", expiresOn: "2029-06-29" },
  },
  {
    route: "educator/certificate.papers.$id",
    method: "POST",
    intent: "remove-certificate",
    ...OWNER,
    at: "/certificate/papers/{paper}",
    send: {},
  },
];
