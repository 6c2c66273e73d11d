import type { AccessRow } from "../row";

const DISTRICT = { who: ["hr"], scope: "the district in which the person worked on the day (S1)" } as const;

/** The salary year in which the world's hours were completed. */
const YEAR = "organization={district}&year=2026";

const REVIEW = { credit: "{credit}", verdict: "accepted", criterion: "b" };

/** What hours come to for pay, and what HR says of them. */
export const SALARY_ROWS: readonly AccessRow[] = [
  { route: "salary/_index", method: "GET", ...DISTRICT, at: `/hr/salary?${YEAR}`, shows: ["person"] },
  {
    route: "salary/review",
    method: "GET",
    ...DISTRICT,
    at: `/hr/salary/review?${YEAR}`,
    shows: ["training", "person"],
  },
  {
    route: "salary/review",
    method: "POST",
    intent: "review",
    ...DISTRICT,
    at: `/hr/salary/review?${YEAR}`,
    send: REVIEW,
  },
  {
    route: "salary/people.$id",
    method: "GET",
    ...DISTRICT,
    at: `/hr/salary/people/{person}?${YEAR}`,
    shows: ["training", "person"],
  },
  {
    route: "salary/people.$id",
    method: "POST",
    intent: "review",
    ...DISTRICT,
    at: `/hr/salary/people/{person}?${YEAR}`,
    send: REVIEW,
  },
  {
    route: "salary/people.$id_.worksheet",
    method: "GET",
    ...DISTRICT,
    at: `/hr/salary/people/{person}/worksheet?${YEAR}&format=pdf`,
    file: true,
  },
  {
    route: "salary/claims",
    method: "GET",
    ...DISTRICT,
    at: `/hr/salary/claims?${YEAR}`,
    shows: ["training", "person"],
  },
  {
    route: "salary/claims",
    method: "POST",
    intent: "nudge",
    ...DISTRICT,
    at: `/hr/salary/claims?${YEAR}`,
    send: { person: "{person}" },
  },
];
