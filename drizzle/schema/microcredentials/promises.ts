import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../column";
import { persons } from "../people";
import { microcredentials } from "./definitions";
import { submissions } from "./portfolios";

/** That somebody asked for a second assessor, whatever was drawn: the first one, or a coordinator. */
export const secondRequests = sqliteTable("second_requests", {
  submissionId: text("submission_id")
    .primaryKey()
    .references(() => submissions.id),
  askedBy: text("asked_by")
    .notNull()
    .references(() => persons.id),
  askedAt: instant("asked_at").notNull(),
  reason: text("reason").notNull(),
});

/** That coordinators were told that the promise of a decision is at risk: once for each submission. */
export const promiseWarnings = sqliteTable("promise_warnings", {
  submissionId: text("submission_id")
    .primaryKey()
    .references(() => submissions.id),
  warnedAt: instant("warned_at").notNull(),
});

/**
 * T6: what candidates made of how they were judged, without a name. Ids are random, there is no rowid and no day, since on many
 * days one person alone is told a decision.
 */
export const assessmentEvaluations = sqliteTable(
  "assessment_evaluations",
  {
    id: id(),
    microcredentialId: text("microcredential_id")
      .notNull()
      .references(() => microcredentials.id),
    answers: text("answers", { mode: "json" }).$type<Record<string, number | string>>().notNull(),
    /** The batch with which it was released, at least five at a time; null while it waits for others. */
    batch: integer("batch"),
  },
  (t) => [index("assessment_evaluations_microcredential").on(t.microcredentialId)],
);

/** Whose decision was evaluated: that it was, never what was said. */
export const evaluatedSubmissions = sqliteTable("evaluated_submissions", {
  submissionId: text("submission_id")
    .primaryKey()
    .references(() => submissions.id),
});
