import type { AccessRow } from "./row";

const DOOR = {
  who: ["facilitator", "coordinator"],
  scope: "the offering, for its facilitators; its provider, for coordinators",
  others: 404,
} as const;

/** What becomes of an offering besides its attendance: who helps, and what people made of it. */
export const TEAM_ROWS: readonly AccessRow[] = [
  {
    route: "facilitator/offerings.$id_.evaluation",
    method: "GET",
    ...DOOR,
    at: "/facilitator/offerings/{offering.posted}/evaluation",
    shows: ["training"],
  },
  {
    route: "facilitator/offerings.$id_.team",
    method: "GET",
    ...DOOR,
    at: "/facilitator/offerings/{offering.coming}/team",
    shows: ["training"],
    office: "taught by, helped by",
  },
  {
    route: "facilitator/offerings.$id_.team",
    method: "POST",
    intent: "add",
    ...DOOR,
    at: "/facilitator/offerings/{offering.coming}/team",
    send: { email: "nobody@test.example" },
    answers: 409,
  },
  {
    route: "facilitator/offerings.$id_.team",
    method: "POST",
    intent: "remove",
    ...DOOR,
    at: "/facilitator/offerings/{offering.coming}/team",
    send: { personId: "{person}" },
  },
  {
    route: "facilitator/offerings.$id_.team",
    method: "POST",
    intent: "hand-over",
    ...DOOR,
    at: "/facilitator/offerings/{offering.coming}/team",
    send: { instructorId: "nobody", email: "nobody@test.example", reason: "Ill" },
    answers: 409,
  },
];
