import type { Mutation } from "./mutation-list";

const ACCESS = "tests/security/access.test.ts";
const PERSON_PAGE = "tests/desks/people/person-page.test.ts";

/** What of a person each role of the staff sees and may do. */
export const PEOPLE: readonly Mutation[] = [
  {
    what: "that a provider has something to do with a person",
    file: "app/desks/people/person-scope.server.ts",
    from: "registrarOf: registers.filter((id) => known.has(id)),",
    to: "registrarOf: registers,",
    tests: ACCESS,
    only: "staff/people",
  },
  {
    what: "that a facilitator has the person on a roster",
    file: "app/desks/people/person-scope.server.ts",
    from: "        eq(registrations.personId, personId),\n        inArray(registrations.offeringId, [...offeringIds]),",
    to: "        inArray(registrations.offeringId, [...offeringIds]),",
    tests: PERSON_PAGE,
  },
  {
    what: "the right to each form of a person's page",
    file: "app/desks/people/person-action.server.ts",
    from: "if (!rightsIn(scope)[needed]) throw notFound();",
    to: "rightsIn(scope)[needed];",
    tests: ACCESS,
    only: "staff/people",
  },
  {
    what: "the provider's scope of a person's claims, hours and money",
    file: "app/desks/people/course-sections.server.ts",
    from: "return scope.everything ? undefined : inArray(offerings.providerId, providersIn(scope));",
    to: "return undefined;",
    tests: PERSON_PAGE,
  },
  {
    what: "the district's dates of a person's hours",
    file: "app/desks/people/course-sections.server.ts",
    from: "or(ofMyProviders(scope), isWithinAffiliation(scope.hrOf))",
    to: "undefined",
    tests: PERSON_PAGE,
  },
  {
    what: "the scope of a person's mails",
    file: "app/desks/people/paper-sections.server.ts",
    from: "scope.everything ? undefined : inArray(outboxMessages.subjectId, subjectsOf(db, scope, personId))",
    to: "undefined",
    tests: PERSON_PAGE,
  },
  {
    what: "the scope of what was done to a person's record",
    file: "app/desks/people/person-activity.server.ts",
    from: "notInArray(auditEntries.action, ELSEWHERE), seen)",
    to: "notInArray(auditEntries.action, ELSEWHERE))",
    tests: PERSON_PAGE,
  },
  {
    what: "the audit row of a look at a person",
    file: "app/desks/people/person-page.server.ts",
    from: '    recordReading(ctx, { action: "person.read", subjectId: personId, personIds: [personId] });\n',
    to: "",
    tests: ACCESS,
    only: "staff/people",
  },
  {
    what: "whose staff read a note",
    file: "app/people/persons/person-note.server.ts",
    from: "seen && or(seen, mine))",
    to: "undefined)",
    tests: "tests/people/persons/person-contact.test.ts",
  },
  {
    what: "that only its author calls off what was started",
    file: "app/desks/started/started-action.server.ts",
    from: '      eq(startedActions.personId, ctx.actor.personId),\n      eq(startedActions.state, "waiting"),\n    );\n    const set',
    to: '      eq(startedActions.state, "waiting"),\n    );\n    const set',
    tests: "tests/desks/started/started-action.test.ts",
  },
  {
    what: "that a locked account is let in by nothing",
    file: "app/people/roles/permission.server.ts",
    from: "isNull(accounts.lockedAt), isNull(accounts.closedAt)",
    to: "undefined",
    tests: "tests/people/accounts/account-lock.test.ts",
  },
];
