import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { SUBMITTED_KINDS, SUBMITTED_STATES, type SubmittedFacts } from "../../../app/hr/submitted/submitted-hours";
import { id, instant, oneOf, plainDate } from "../column";
import { credits } from "../credits";
import { organisations, persons } from "../people";

/** P2: what somebody submitted to HR of their district by their own wish, and what HR says of it. */
export const submittedHours = sqliteTable(
  "submitted_hours",
  {
    id: id(),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    state: text("state", { enum: SUBMITTED_STATES }).notNull(),
    /** What the person agreed to, word for word. */
    consent: text("consent").notNull(),
    sentAt: instant("sent_at").notNull(),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by").references(() => persons.id),
    /** Why it was returned, or is no longer accepted. */
    reason: text("reason"),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    oneOf("submitted_hours_state", t.state, SUBMITTED_STATES),
    check(
      "submitted_hours_decided",
      sql`(${t.state} in ('accepted', 'returned', 'taken-back')) = (${t.decidedAt} is not null and ${t.decidedBy} is not null)`,
    ),
    check("submitted_hours_reason", sql`(${t.state} in ('returned', 'taken-back')) = (${t.reason} is not null)`),
    index("submitted_hours_queue").on(t.organisationId, t.state, t.sentAt),
    index("submitted_hours_person").on(t.personId, t.sentAt),
  ],
);

/** Each of the hours that were submitted, as they were then. */
export const submittedRows = sqliteTable(
  "submitted_rows",
  {
    submissionId: text("submission_id")
      .notNull()
      .references(() => submittedHours.id),
    position: integer("position").notNull(),
    kind: text("kind", { enum: SUBMITTED_KINDS }).notNull(),
    /** The claim or award whose credit it is, whatever its version; or the entry of hours from elsewhere, which can be taken out. */
    sourceId: text("source_id").notNull(),
    /** The version that was submitted. */
    creditId: text("credit_id").references(() => credits.id),
    completedOn: plainDate("completed_on").notNull(),
    facts: text("facts", { mode: "json" }).$type<SubmittedFacts>().notNull(),
  },
  (t) => [
    oneOf("submitted_rows_kind", t.kind, SUBMITTED_KINDS),
    check("submitted_rows_credit", sql`(${t.kind} = 'credit') = (${t.creditId} is not null)`),
    uniqueIndex("submitted_rows_position").on(t.submissionId, t.position),
    index("submitted_rows_source").on(t.sourceId),
    index("submitted_rows_credit_version").on(t.creditId),
  ],
);
