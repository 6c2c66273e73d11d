import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ApprovedPlan, PlanDifference } from "../../app/catalog/approval/approved-plan";
import { offerings } from "./catalog";
import { id, instant, oneOf, plainDate } from "./column";
import { persons } from "./people";

export const APPROVAL_DECISIONS = ["approved", "declined"] as const;

/** A5: kept as taken; triggers refuse UPDATE and DELETE. */
export const approvalDecisions = sqliteTable(
  "approval_decisions",
  {
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    decision: text("decision", { enum: APPROVAL_DECISIONS }).notNull(),
    decidedAt: instant("decided_at").notNull(),
    decidedBy: text("decided_by")
      .notNull()
      .references(() => persons.id),
    committeeMetOn: plainDate("committee_met_on").notNull(),
    approvedMinutes: integer("approved_minutes"),
    /** What the committee read (D1); null for decisions from before it was kept. */
    plan: text("plan", { mode: "json" }).$type<ApprovedPlan>(),
    note: text("note"),
  },
  (t) => [
    oneOf("approval_decisions_decision", t.decision, APPROVAL_DECISIONS),
    index("approval_decisions_offering").on(t.offeringId),
  ],
);

/** What was changed of an approved offering's plan afterwards, and why (D1); triggers refuse UPDATE and DELETE. */
export const planChanges = sqliteTable(
  "plan_changes",
  {
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    changedAt: instant("changed_at").notNull(),
    changedBy: text("changed_by")
      .notNull()
      .references(() => persons.id),
    reason: text("reason").notNull(),
    changes: text("changes", { mode: "json" }).$type<PlanDifference[]>().notNull(),
  },
  (t) => [index("plan_changes_offering").on(t.offeringId)],
);
