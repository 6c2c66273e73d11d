import type { AccessRow } from "../row";

const PAGE = { route: "educator/join.$sessionId", at: "/join/{session.today}" } as const;

const press = (intent: string): AccessRow => ({
  ...PAGE,
  method: "POST",
  intent,
  who: ["participant", "facilitator", "coordinator"],
  scope: "everybody with a place in the training, each for themself, and whoever leads it",
  send: { code: "{checkInCode}" },
  answers: 303,
  others: 409,
  foreign: 409,
});

/** The page by which a session is joined online, and its buttons. */
export const JOIN_ROWS: readonly AccessRow[] = [
  {
    ...PAGE,
    method: "GET",
    who: ["signed in"],
    scope: "the person's own seat in the session; without one the page says only which session it is",
    shows: ["training"],
    open: ["trainings"],
  },
  press("mark"),
  press("forward"),
];
