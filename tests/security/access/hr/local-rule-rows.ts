import type { AccessRow } from "../row";

const RULES = { who: ["hr"], scope: "the district whose rule it is" } as const;

const RULE = { fromDate: "2027-10-01", cutoff: "09-30", leastPerCourse: "3", criteria: ["a", "b"] };

/** What a district lets count for pay, and what it knows of people for that. */
export const LOCAL_RULE_ROWS: readonly AccessRow[] = [
  { route: "hr/local-rules._index", method: "GET", ...RULES, at: "/hr/local-rules" },
  {
    route: "hr/local-rules._index",
    method: "POST",
    ...RULES,
    at: "/hr/local-rules",
    send: { organisationId: "{district}", ...RULE },
  },
  { route: "hr/local-rules.$id", method: "GET", ...RULES, at: "/hr/local-rules/{localRule}", office: "added by" },
  {
    route: "hr/local-rules.$id",
    method: "POST",
    intent: "save",
    ...RULES,
    at: "/hr/local-rules/{localRule}",
    send: RULE,
  },
  {
    route: "hr/local-rules.$id",
    method: "POST",
    intent: "delete",
    ...RULES,
    at: "/hr/local-rules/{localRule}",
    send: {},
  },
  {
    route: "hr/people.$id",
    method: "POST",
    intent: "degree",
    who: ["hr"],
    scope: "the district to which the person belongs",
    at: "/hr/people/{person}",
    send: { organisationId: "{district}", degreeOn: "2026-06-15" },
  },
];
