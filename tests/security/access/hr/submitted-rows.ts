import type { AccessRow } from "../row";

const MINE = { who: ["signed in"], scope: "the person who asks" } as const;
const OWNER = { who: ["owner"], scope: "the person who submitted it" } as const;
const DISTRICT = { who: ["hr"], scope: "the district to which it was submitted" } as const;
const HR_PAGE = "submitted/$id";

/** What people submit to HR of their district, and what HR says of it. */
export const SUBMITTED_ROWS: readonly AccessRow[] = [
  { route: "educator/hours_.submitted._index", method: "GET", ...MINE, at: "/hours/submitted" },
  { route: "educator/hours_.submitted.new", method: "GET", ...MINE, at: "/hours/submitted/new" },
  {
    route: "educator/hours_.submitted.new",
    method: "POST",
    intent: "submit",
    ...MINE,
    at: "/hours/submitted/new",
    send: { organization: "{district}", row: "elsewhere-{outside.mine}", consent: "on" },
    answers: [302, 409],
  },
  {
    route: "educator/hours_.submitted.$id",
    method: "GET",
    ...OWNER,
    at: "/hours/submitted/{submitted.sent}",
    shows: ["training"],
  },
  {
    route: "educator/hours_.submitted.$id",
    method: "POST",
    intent: "withdraw",
    ...OWNER,
    at: "/hours/submitted/{submitted.sent}",
    send: {},
  },
  { route: "submitted/_index", method: "GET", ...DISTRICT, at: "/hr/submitted", shows: ["person"] },
  {
    route: HR_PAGE,
    method: "GET",
    ...DISTRICT,
    at: "/hr/submitted/{submitted.sent}",
    shows: ["training", "person"],
  },
  ...["accept", "return"].map((intent): AccessRow => ({
    ...{ route: HR_PAGE, method: "POST", intent, ...DISTRICT, at: "/hr/submitted/{submitted.sent}" },
    send: { seen: "{outside.seen}", ...(intent === "return" ? { reason: "Which course?" } : {}) },
  })),
  {
    route: HR_PAGE,
    method: "POST",
    intent: "take-back",
    ...DISTRICT,
    at: "/hr/submitted/{submitted.accepted}",
    send: { seen: "{outside.seen}", reason: "It was another course." },
  },
];
