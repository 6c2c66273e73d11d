import { API } from "./mutation-list-api";
import { FILES } from "./mutation-list-files";
import { MESSAGES } from "./mutation-list-messages";
import { PLANS } from "./mutation-list-plans";
import { PEOPLE } from "./mutation-list-people";
import { RENEWAL } from "./mutation-list-renewal";

/** One thing that somebody could take away from the code, and the tests that must notice. */
export interface Mutation {
  what: string;
  file: string;
  /** Stands in the file exactly once. */
  from: string;
  to: string;
  tests: string;
  /** The tests' names, where the file holds many others. */
  only?: string;
}

const ACCESS = "tests/security/access.test.ts";

/** Who sees what: the scopes, filters and audit rows. */
const SCOPES: readonly Mutation[] = [
  {
    what: "the provider's scope of the registrar's queue",
    file: "app/desks/registrar/queue-list.server.ts",
    from: "and(inArray(providerOfClaim, ctx.scopeIds), isInView(view))",
    to: "isInView(view)",
    tests: ACCESS,
    only: "registrar/_index",
  },
  {
    what: "the provider's scope of a list as a file",
    file: "app/desks/registrar/queue-list.server.ts",
    from: "and(inArray(providerOfClaim, ctx.scopeIds), isInView(view))",
    to: "isInView(view)",
    tests: ACCESS,
    only: "/lists/claims.csv",
  },
  {
    what: "the role for a list as a file",
    file: "app/desks/lists/list-registry.server.ts",
    from: "opened(source(scopeOf(ctx, role), search), search)",
    to: 'opened(source((() => { try { return scopeOf(ctx, role); } catch { return scopeOf(ctx, "hr"); } })(), search), search)',
    tests: ACCESS,
    only: "/lists/posted-credits.csv",
  },
  {
    what: "the provider's scope of one claim",
    file: "app/desks/registrar/scoped-claim.server.ts",
    from: "where(and(eq(claims.id, claimId), inArray(offerings.providerId, ctx.scopeIds)))",
    to: "where(eq(claims.id, claimId))",
    tests: ACCESS,
    only: "registrar/claims",
  },
  {
    what: "the provider's scope of posted credits",
    file: "app/desks/registrar/without-district.server.ts",
    from: "sql`(${inArray(offerings.providerId, [...providerIds])} or exists (",
    to: "sql`(true or exists (",
    tests: ACCESS,
    only: "registrar/posted",
  },
  {
    what: "whose offerings the facilitator's desk shows",
    file: "app/desks/facilitator/facilitator-desk.server.ts",
    from: '        myOfferings(ctx),\n        eq(offerings.state, "published"),',
    to: '        eq(offerings.state, "published"),',
    tests: ACCESS,
    only: "facilitator/_index",
  },
  {
    what: "whose offerings the facilitator's desk asks to confirm",
    file: "app/desks/facilitator/facilitator-desk.server.ts",
    from: "and(myOfferings(ctx), waitsForConfirmation(ctx.now), gt(",
    to: "and(waitsForConfirmation(ctx.now), gt(",
    tests: ACCESS,
    only: "facilitator/_index",
  },
  {
    what: "whose next sessions the desk shows",
    file: "app/registration/mine/my-registrations.server.ts",
    from: '        eq(registrations.personId, ctx.actor.personId),\n        inArray(registrations.status, ["registered"]',
    to: '        inArray(registrations.status, ["registered"]',
    tests: ACCESS,
    only: "desk GET",
  },
  {
    what: "whose open places the desk shows",
    file: "app/registration/mine/my-registrations.server.ts",
    from: '        eq(registrations.personId, ctx.actor.personId),\n        inArray(registrations.status, ["offered", "waitlisted"]),\n',
    to: '        inArray(registrations.status, ["offered", "waitlisted"]),\n',
    tests: ACCESS,
    only: "desk GET",
  },
  {
    what: "whose claims My hours shows",
    file: "app/credits/claims/my-claims.server.ts",
    from: 'and(eq(claims.personId, ctx.actor.personId), ne(claims.status, "posted"), ne(claims.status, "void"))',
    to: 'and(ne(claims.status, "posted"), ne(claims.status, "void"))',
    tests: ACCESS,
    only: "hours GET",
  },
  {
    what: "the provider's scope of corrections",
    file: "app/desks/registrar/correction-list.server.ts",
    from: 'and(eq(correctionRequests.state, "open"), inArray(offerings.providerId, ctx.scopeIds))',
    to: 'eq(correctionRequests.state, "open")',
    tests: ACCESS,
    only: "registrar/corrections",
  },
  {
    what: "the check of the role",
    file: "app/people/roles/permission.server.ts",
    from: "return mine.length === 0 ? null : {",
    to: "return {",
    tests: ACCESS,
    only: "admin/jobs",
  },
  {
    what: "the audit of a claim's reading",
    file: "app/desks/registrar/scoped-claim.server.ts",
    from: '  recordReading(ctx, { action: "claim.read", subjectId: claimId, personIds: [row.claim.personId] });\n',
    to: "",
    tests: ACCESS,
    only: "registrar/claims",
  },
  {
    what: "the audit of HR's page of a person",
    file: "app/hr/people/person.server.ts",
    from: '    recordReading(ctx, { action: "hr.person-read", subjectId: personId, personIds: [personId] });\n',
    to: "",
    tests: ACCESS,
    only: "hr/people",
  },
  {
    what: "the days of a transcript's sections, by which HR may open it",
    file: "app/documents/issuing/document-parameters.ts",
    from: "rows.map(({ on }) => on)",
    to: "rows.slice(1).map(({ on }) => on)",
    tests: "tests/hr/scope.test.ts",
    only: "a section with a row of another time",
  },
  {
    what: "the purpose of the keys that are published for documents",
    file: "app/platform/signing/signing-key.server.ts",
    from: "    .where(and(eq(signingKeys.purpose, purpose), theirs))\n",
    to: "    .where(theirs)\n",
    tests: "tests/documents/signing/published-keys.test.ts",
  },
];

/** What may be done, and what is said of it. */
const RULES: readonly Mutation[] = [
  {
    what: "that nobody registers for their own training",
    file: "app/registration/seats/enter-offering.server.ts",
    from: '  if (isInstructor(facts, personId)) return refuse("own-offering");\n',
    to: "",
    tests: "tests/registration/seats/eligibility.test.ts",
  },
  {
    what: "that nobody is moved to their own offering",
    file: "app/registration/staff/staff-registration.server.ts",
    from: 'if (isInstructor(entered, registration.personId)) return refuse("own-offering");',
    to: "",
    tests: "tests/registration/staff/staff.test.ts",
  },
  {
    what: "that nobody claims more than they earned",
    file: "app/credits/claims/claim.server.ts",
    from: '  if (input.requestedMinutes > claim.earnedMinutes) return refuse("more-than-earned", { earned: claim.earnedMinutes });\n',
    to: "",
    tests: "tests/credits/main-job.test.ts",
  },
  {
    what: "“waived” in HR's export",
    file: "app/hr/exports/reading/describe-line.server.ts",
    from: 'return waived ? "waived" : "";',
    to: 'return waived ? "" : "";',
    tests: "tests/hr/exports/export.test.ts",
  },
  {
    what: "the position on the waitlist, off by one",
    file: "app/registration/seats/registration-row.server.ts",
    from: "ahead.arrival <= registrations.arrival",
    to: "ahead.arrival < registrations.arrival",
    tests: "tests/registration/waitlist/queue-place.test.ts",
  },
];

export const MUTATIONS: readonly Mutation[] = [
  ...SCOPES,
  ...PEOPLE,
  ...FILES,
  ...MESSAGES,
  ...PLANS,
  ...RENEWAL,
  ...API,
  ...RULES,
];
