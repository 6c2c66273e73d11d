import type { Mutation } from "./mutation-list";

const LEAKS = "tests/security/api-leaks.test.ts";

/** What payroll and HR systems are given, and what reaches the outside. */
export const API: readonly Mutation[] = [
  {
    what: "whose events the API gives",
    file: "app/hr/api/credit-events.server.ts",
    from: "and(eq(creditEvents.organisationId, organisationId), gt(creditEvents.sequence, since))",
    to: "gt(creditEvents.sequence, since)",
    tests: LEAKS,
  },
  {
    what: "S1 of each version that the API gives",
    file: "app/hr/api/credit-events.server.ts",
    from: "    isSeenBy([organisation.id]),\n",
    to: "",
    tests: "tests/hr/api/credit-events.test.ts",
  },
  {
    what: "that withdrawn hours are not given in old events",
    file: "app/hr/api/credit-events.server.ts",
    from: "    isStillTold(organisation.id),\n",
    to: "",
    tests: "tests/hr/api/credit-events.test.ts",
  },
  {
    what: "whose times the API gives of people",
    file: "app/hr/api/api-people.server.ts",
    from: "isConfirmed, eq(affiliations.organisationId, organisationId), inArray",
    to: "isConfirmed, inArray",
    tests: LEAKS,
  },
  {
    what: "whose files of exports the API gives",
    file: "app/hr/exports/export.server.ts",
    from: "and(eq(hrExports.id, exportId), eq(hrExports.organisationId, organisationId));",
    to: "eq(hrExports.id, exportId);",
    tests: LEAKS,
  },
  {
    what: "that a revoked or expired token opens nothing",
    file: "app/hr/api/api-request.server.ts",
    from: 'if (state !== "works")',
    to: 'if (state === "works" && false)',
    tests: LEAKS,
  },
  {
    what: "the private addresses behind a name",
    file: "app/platform/outgoing/post-outside.server.ts",
    from: "!allowsPrivate() && !isPublicAddress(address)",
    to: "!allowsPrivate() && address === hostname",
    tests: "tests/platform/outgoing/post-outside.test.ts",
  },
];
