import type { AccessRow } from "../row";

const WHO = { who: ["facilitator", "coordinator"], others: 404 } as const;
const SCOPE = "the facilitated offering, or the provider of the offering";
const DEVICE = "d".repeat(32);

const INBOX = { route: "facilitator/offerings.$id_.inbox", ...WHO, scope: SCOPE } as const;
const at = "/facilitator/offerings/{offering.today}/inbox";
const ROSTER = { route: "staff/door_.offerings.$id", method: "POST", at: "/door/offerings/{offering.today}" } as const;

/** The desk at the door: its page is the same for everybody, and what it keeps and sends is whoever's who takes the attendance. */
export const DOOR_ROWS: readonly AccessRow[] = [
  {
    route: "staff/door",
    method: "GET",
    who: ["everybody"],
    scope: "nobody's: what a device keeps is read by the page itself",
    at: "/door",
  },
  {
    ...ROSTER,
    ...WHO,
    scope: SCOPE,
    intent: "keep",
    send: { device: DEVICE, label: "Firefox on a test" },
    answers: 200,
    shows: ["training", "person"],
  },
  {
    ...ROSTER,
    intent: "read",
    who: ["signed in"],
    scope: "what the person's own device keeps already",
    send: { device: DEVICE },
    answers: 409,
  },
  {
    ...ROSTER,
    intent: "forget",
    who: ["signed in"],
    scope: "what the person's own device keeps already",
    send: { device: DEVICE },
    answers: 200,
  },
  {
    route: "staff/door_.marks",
    method: "POST",
    who: ["signed in"],
    scope: "marks that the person made; each is answered for itself, by the offering that it is about",
    at: "/door/marks",
    send: { owner: "somebody-else", device: DEVICE, run: "page", wall: "1", steady: "1", list: "[]" },
    answers: 409,
  },
  { ...INBOX, method: "GET", at, shows: ["training"] },
  { ...INBOX, method: "POST", intent: "count", at, send: { ids: ["no-such-mark"], why: "I saw them" }, answers: 409 },
  {
    ...INBOX,
    method: "POST",
    intent: "leave-out",
    at,
    send: { ids: ["no-such-mark"], why: "I saw them" },
    answers: 409,
  },
  { ...INBOX, method: "POST", intent: "take-up", at, send: { heldId: "no-such-mark" }, answers: 409 },
  { ...INBOX, method: "POST", intent: "remove-device", at, send: { keptId: "no-such-device" }, answers: 409 },
];
