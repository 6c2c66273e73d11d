import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { AWARD_HOURS_STATUSES, HOURS_DECISIONS } from "../../../app/microcredentials/hours/award-hours";
import { id, instant, oneOf, plainDate } from "../column";
import { persons } from "../people";
import { awards } from "./awards";
import { microcredentialVersions } from "./definitions";

/**
 * M2, A5: what the committee decided on the clock hours that a published version asks for. It read the version, which is frozen.
 * What is awarded from then on has these hours; what was awarded before has none.
 */
export const hoursDecisions = sqliteTable(
  "hours_decisions",
  {
    id: id(),
    versionId: text("version_id")
      .notNull()
      .references(() => microcredentialVersions.id),
    decision: text("decision", { enum: HOURS_DECISIONS }).notNull(),
    /** Null where it declined. */
    minutes: integer("minutes"),
    /** A6: unique within the provider, in one row with those of offerings. */
    inServiceNumber: text("in_service_number"),
    committeeMetOn: plainDate("committee_met_on").notNull(),
    note: text("note"),
    decidedAt: instant("decided_at").notNull(),
    decidedBy: text("decided_by")
      .notNull()
      .references(() => persons.id),
  },
  (t) => [
    oneOf("hours_decisions_decision", t.decision, HOURS_DECISIONS),
    check(
      "hours_decisions_approved",
      sql`(${t.decision} = 'approved') = (${t.minutes} > 0 and ${t.inServiceNumber} is not null)`,
    ),
    uniqueIndex("hours_decisions_number").on(t.inServiceNumber),
    index("hours_decisions_version").on(t.versionId, t.decidedAt),
  ],
);

/** What became of the clock hours of an award: claimed under affidavit (T5), returned by the registrar, posted. */
export const awardHours = sqliteTable(
  "award_hours",
  {
    awardId: text("award_id")
      .primaryKey()
      .references(() => awards.id),
    decisionId: text("decision_id")
      .notNull()
      .references(() => hoursDecisions.id),
    status: text("status", { enum: AWARD_HOURS_STATUSES }).notNull(),
    affidavitVersion: text("affidavit_version").notNull(),
    affidavitText: text("affidavit_text").notNull(),
    claimedAt: instant("claimed_at").notNull(),
    claimedByAccountId: text("claimed_by_account_id").notNull(),
    networkAddress: text("network_address"),
    /** Why the registrar returned it; null otherwise. */
    returnedReason: text("returned_reason"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    oneOf("award_hours_status", t.status, AWARD_HOURS_STATUSES),
    check("award_hours_returned", sql`(${t.status} = 'returned') = (${t.returnedReason} is not null)`),
    index("award_hours_queue").on(t.status, t.claimedAt),
  ],
);
