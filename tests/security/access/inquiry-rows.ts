import type { AccessRow } from "./row";

const MINE = { who: ["signed in"], scope: "the person who asks" } as const;
const OWNER = { who: ["owner"], scope: "the person who asked" } as const;
const ANSWERING = {
  scope: "the provider of the offering, or the offering, by what the inquiry is about",
  others: 404,
} as const;

const WRITTEN = { body: "The ramp is at the side door.", nonce: "a-nonce-of-the-form" };

/** What people ask, and who answers. */
export const INQUIRY_ROWS: readonly AccessRow[] = [
  { route: "educator/inquiries._index", method: "GET", ...MINE, at: "/inquiries", shows: ["training"] },
  {
    route: "educator/inquiries.new",
    method: "GET",
    who: ["signed in"],
    scope: "nobody's: what everybody may ask about; whoever has asked is sent to it",
    at: "/inquiries/new?offering={offering.coming}",
    open: ["trainings"],
    answers: [200, 302],
  },
  { route: "educator/inquiries.new", method: "POST", ...MINE, at: "/inquiries/new" },
  { route: "educator/inquiries.$id", method: "GET", ...OWNER, at: "/inquiries/{inquiry.hours}", shows: ["training"] },
  {
    route: "educator/inquiries.$id",
    method: "POST",
    intent: "add",
    ...OWNER,
    at: "/inquiries/{inquiry.hours}",
    send: WRITTEN,
  },
  {
    route: "educator/inquiries.$id",
    method: "POST",
    intent: "take-back",
    ...OWNER,
    at: "/inquiries/{inquiry.hours}",
    send: {},
  },
  {
    route: "staff/work",
    method: "GET",
    who: ["signed in"],
    scope: "what waits within the person's own roles; those without one are sent to their desk",
    at: "/work",
    answers: [200, 302],
  },
  {
    route: "staff/inbox._index",
    method: "GET",
    who: ["facilitator", "coordinator", "registrar"],
    ...ANSWERING,
    at: "/inbox",
    shows: ["training", "person"],
  },
  {
    route: "staff/inbox.$id",
    method: "GET",
    who: ["facilitator", "coordinator"],
    ...ANSWERING,
    at: "/inbox/{inquiry.offering}",
    shows: ["training", "person"],
  },
  {
    route: "staff/inbox.$id",
    method: "GET",
    who: ["registrar"],
    ...ANSWERING,
    at: "/inbox/{inquiry.hours}",
    shows: ["training", "person"],
  },
  {
    route: "staff/inbox.$id",
    method: "POST",
    intent: "answer",
    who: ["registrar"],
    ...ANSWERING,
    at: "/inbox/{inquiry.hours}",
    send: WRITTEN,
  },
  {
    route: "staff/inbox.$id",
    method: "POST",
    intent: "answer",
    who: ["facilitator", "coordinator"],
    ...ANSWERING,
    at: "/inbox/{inquiry.offering}",
    send: WRITTEN,
  },
  {
    route: "staff/inbox.$id",
    method: "POST",
    intent: "end-registration",
    who: ["coordinator"],
    ...ANSWERING,
    at: "/inbox/{inquiry.cancel}",
    send: WRITTEN,
  },
  {
    route: "staff/inbox.$id",
    method: "POST",
    intent: "correct-attendance",
    who: ["facilitator", "coordinator"],
    ...ANSWERING,
    at: "/inbox/{inquiry.attendance}",
    send: { ...WRITTEN, sessionId: "{session.over}", from: "08:30", until: "11:00" },
  },
];
