import type { AccessRow } from "../row";

const DISTRICT = { who: ["hr"], scope: "the district whose payroll it is" } as const;

/** No account opens these: a token does, and of that tests/security/api-leaks.test.ts tells. */
const TOKEN = { who: ["everybody"], scope: "nobody's: a district's token opens it", answers: 401 } as const;

const ENDPOINT = { url: "https://other.example/hook", events: ["posted", "corrected"] };

/** What payroll and HR systems ask, and where HR says which of them may. */
export const API_ROWS: readonly AccessRow[] = [
  { route: "api/_index", method: "GET", who: ["everybody"], scope: "nobody's: how it is called", at: "/api/hr" },
  {
    ...{ route: "api/v1.openapi[.]json", method: "GET", who: ["everybody"], scope: "nobody's: how it is called" },
    at: "/api/hr/v1/openapi.json",
  },
  { route: "api/v1.credits", method: "GET", ...TOKEN, at: "/api/hr/v1/credits?since=0" },
  { route: "api/v1.people", method: "GET", ...TOKEN, at: "/api/hr/v1/people" },
  { route: "api/v1.exports._index", method: "GET", ...TOKEN, at: "/api/hr/v1/exports" },
  { route: "api/v1.exports.$id.file", method: "GET", ...TOKEN, at: "/api/hr/v1/exports/{export}/file" },
  { route: "api/v1.token", method: "GET", ...TOKEN, at: "/api/hr/v1/token" },
  { route: "api/v1.acknowledgement", method: "GET", ...TOKEN, at: "/api/hr/v1/acknowledgement" },
  { route: "api/v1.acknowledgement", method: "POST", ...TOKEN, at: "/api/hr/v1/acknowledgement", send: {} },
  { route: "hr-api/_index", method: "GET", ...DISTRICT, at: "/hr/api", office: "made by" },
  {
    ...{ route: "hr-api/_index", method: "POST", intent: "make-token", ...DISTRICT, at: "/hr/api" },
    send: { organisationId: "{district}", name: "Another system", scopes: ["credits", "people"], days: "90" },
    answers: 200,
  },
  {
    ...{ route: "hr-api/_index", method: "POST", intent: "revoke-token", ...DISTRICT, at: "/hr/api" },
    send: { tokenId: "{token}" },
    foreign: 409,
  },
  {
    ...{ route: "hr-api/_index", method: "POST", intent: "add-endpoint", ...DISTRICT, at: "/hr/api" },
    send: { organisationId: "{district}", ...ENDPOINT },
    answers: 200,
  },
  {
    ...{ route: "hr-api/endpoints.$id", method: "GET", ...DISTRICT, at: "/hr/api/endpoints/{endpoint}" },
    office: "added by",
  },
  ...(
    [
      ["save", ENDPOINT, 302],
      ["switch-on", {}, 302],
      ["switch-off", {}, 302],
      ["new-secret", {}, 200],
      ["ping", {}, 302],
      ["send-again", { deliveryId: "{delivery}" }, 302],
      ["remove", {}, 302],
    ] as const
  ).map(([intent, send, answers]): AccessRow => ({
    ...{ route: "hr-api/endpoints.$id", method: "POST", intent, ...DISTRICT, at: "/hr/api/endpoints/{endpoint}" },
    ...{ send, answers },
  })),
];
