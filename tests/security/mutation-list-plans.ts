import type { Mutation } from "./mutation-list";

const ACCESS = "tests/security/access.test.ts";
const CHANGES = "tests/catalog/approval/plan-change.test.ts";
const INQUIRIES = "tests/desks/inquiries/inquiry.test.ts";
const TEAM = "tests/desks/facilitator/team.test.ts";

/** Proof of approval, inquiries, who teaches, activity, and lists of one offering. */
export const PLANS: readonly Mutation[] = [
  {
    what: "the plan that a decision keeps",
    file: "app/catalog/approval/approval.server.ts",
    from: "plan: readPlan(tx, offering),",
    to: "plan: null,",
    tests: CHANGES,
  },
  {
    what: "the reason without which nothing that was approved is changed",
    file: "app/catalog/approval/approved-plan.server.ts",
    from: 'if (!reason) return refuse("no-reason");',
    to: 'reason = reason ?? "none";',
    tests: CHANGES,
  },
  {
    what: "what was written before a change was refused",
    file: "app/desks/coordinator/update-offering.server.ts",
    from: "orTakenBack(tx, () => rewrite(tx, ctx, input))",
    to: "[orTakenBack, rewrite(tx, ctx, input)][1] as ReturnType<typeof rewrite>",
    tests: CHANGES,
  },
  {
    what: "approval after the end",
    file: "app/desks/coordinator/approve-offering.server.ts",
    from: 'if (ctx.now >= endsAt) return refuse("approval-after-end");',
    to: "",
    tests: CHANGES,
  },
  {
    what: "one's own inquiries, which others answer",
    file: "app/desks/inquiries/inbox.server.ts",
    from: "and(ne(inquiries.personId, ctx.actor.personId), asked)",
    to: "and(inquiries.personId ? undefined : ne(inquiries.personId, ctx.actor.personId), asked)",
    tests: INQUIRIES,
  },
  {
    what: "who reads an inquiry",
    file: "app/desks/inquiries/inbox.server.ts",
    from: "and(eq(inquiries.id, inquiryId), answeredBy(ctx))",
    to: "eq(inquiries.id, inquiryId)",
    tests: ACCESS,
    only: "staff/inbox.$id",
  },
  {
    what: "the inquiry of whoever asked",
    file: "app/desks/inquiries/ask.server.ts",
    from: "and(eq(inquiries.id, inquiryId), eq(inquiries.personId, ctx.actor.personId))",
    to: "and(eq(inquiries.id, inquiryId))",
    tests: ACCESS,
    only: "educator/inquiries.$id",
  },
  {
    what: "whose offering gets a helper or a substitute",
    file: "app/attendance/attendance-right.server.ts",
    from: "and(eq(offerings.id, offeringId), myOfferings(ctx))",
    to: "eq(offerings.id, offeringId)",
    tests: TEAM,
  },
  {
    what: "whose activity an address opens",
    file: "app/desks/activity/activity-scope.server.ts",
    from: "const offering = isAdmin(ctx)",
    to: "const offering = isAdmin(ctx) || scoped !== undefined",
    tests: ACCESS,
    only: "staff/activity",
  },
  {
    what: "the offering whose people a list holds",
    file: "app/desks/coordinator/people/offering-people-list.server.ts",
    from: "const here = eq(registrations.offeringId, offering.id);",
    to: "const here = offering.id ? undefined : eq(registrations.offeringId, offering.id);",
    tests: "tests/desks/coordinator/people/offering-people.test.ts",
  },
];
