import type { Mutation } from "./mutation-list";

const OUTSIDE = "tests/renewal/outside/outside.test.ts";
const ISSUERS = "tests/renewal/outside/issuers/issuers.test.ts";
const PLANS = "tests/renewal/growth-plans/growth-plans.test.ts";
const SUBMITTED = "tests/hr/submitted/submitted.test.ts";
const LEAK = "tests/security/hr-leak.test.ts";
const ACCESS = "tests/security/access.test.ts";

/** Hours from elsewhere, whose documents are believed, growth plans, what people submit to HR, and what HR notes of them. */
export const RENEWAL: readonly Mutation[] = [
  {
    what: "whose HR reads a note",
    file: "app/hr/notes/hr-note.server.ts",
    from: "and(eq(hrNotes.personId, personId), inArray(hrNotes.organisationId, [...organisationIds]))",
    to: "and(eq(hrNotes.personId, personId), organisationIds.length > 0 ? undefined : eq(hrNotes.id, personId))",
    tests: LEAK,
    only: "somebody who moved",
  },
  {
    what: "the district's dates in the hours of a timeline",
    file: "app/hr/people/timeline-hours.server.ts",
    from: "and(eq(credits.personId, of.personId), isSeenBy(organisationIds))",
    to: "and(eq(credits.personId, of.personId), organisationIds.length > 0 ? undefined : isSeenBy([]))",
    tests: LEAK,
    only: "somebody who moved",
  },
  {
    what: "the district's scope of submitted hours",
    file: "app/hr/submitted/submitted-decision.server.ts",
    from: "        inArray(submittedHours.organisationId, [...organisationIds]),\n",
    to: "",
    tests: SUBMITTED,
  },
  {
    what: "that HR sees nothing of what was withdrawn",
    file: "app/hr/submitted/submitted-decision.server.ts",
    from: "        inArray(submittedHours.state, [...SEEN_STATES]),\n",
    to: "",
    tests: SUBMITTED,
  },
  {
    what: "that only hours that a district does not see are submitted",
    file: "app/hr/submitted/submittable.server.ts",
    from: 'kind === "elsewhere" || affiliationOn(dates, facts.completedOn) === undefined',
    to: 'kind === "elsewhere" || dates.length >= 0 || affiliationOn(dates, facts.completedOn) === undefined',
    tests: SUBMITTED,
  },
  {
    what: "the provider's scope of hours from elsewhere",
    file: "app/renewal/outside/outside-check.server.ts",
    from: "and(eq(outsideHours.id, id), inArray(outsideHours.providerId, [...providerIds]))",
    to: "and(eq(outsideHours.id, id), providerIds.length > 0 ? undefined : eq(outsideHours.id, id))",
    tests: ACCESS,
    only: "registrar/outside-hours.$id",
  },
  {
    what: "the version on which a registrar decides",
    file: "app/renewal/outside/outside-check.server.ts",
    from: 'return row.updatedAt === decision.seen ? null : "changed-meanwhile";',
    to: "return null;",
    tests: OUTSIDE,
  },
  {
    what: "the type of evidence",
    file: "app/renewal/outside/evidence.server.ts",
    from: "return fitsName(received.value.type, file.name)",
    to: "return fitsName(received.value.type, file.name) || file.name !== ''",
    tests: OUTSIDE,
  },
  {
    what: "that a revoked issuer's keys check nothing",
    file: "app/renewal/outside/issuers/trusted-issuer.server.ts",
    from: "    .where(isNull(trustedIssuers.revokedAt))\n",
    to: "",
    tests: ISSUERS,
  },
  {
    what: "whose a foreign document is",
    file: "app/renewal/outside/issuers/foreign-document.server.ts",
    from: '    return refuse("somebody-else");\n',
    to: "    void 0;\n",
    tests: ISSUERS,
  },
  {
    what: "who may review a growth plan",
    file: "app/renewal/growth-plans/plan-review.server.ts",
    from: 'return addresses.includes(request.reviewerEmail) ? null : "another-address";',
    to: "return addresses.length > 0 ? null : null;",
    tests: PLANS,
  },
  {
    what: "that a growth plan does not end after its review",
    file: "app/renewal/growth-plans/plan-request.server.ts",
    from: 'return refuse("ends-after-review");',
    to: "void 0;",
    tests: PLANS,
  },
  {
    what: "the author's scope of a growth plan",
    file: "app/renewal/growth-plans/growth-plan.server.ts",
    from: ".where(and(eq(growthPlans.id, id), eq(growthPlans.personId, personId)))",
    to: ".where(and(eq(growthPlans.id, id), personId ? undefined : eq(growthPlans.personId, personId)))",
    tests: ACCESS,
    only: "growth-plans.$id",
  },
];
