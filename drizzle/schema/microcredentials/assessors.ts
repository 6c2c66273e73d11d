import { sql } from "drizzle-orm";
import { index, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { LEVELS } from "../../../app/microcredentials/assessment/assessment";
import { ASSESSOR_STATES } from "../../../app/microcredentials/assessors/assessor-state";
import { id, instant, oneOf } from "../column";
import { persons } from "../people";
import { providers } from "../providers";
import { microcredentials } from "./definitions";
import { submissions } from "./portfolios";

/** What somebody with the role of an assessor may judge: one micro-credential of a provider, or all that it has or will have. */
export const assessorScopes = sqliteTable(
  "assessor_scopes",
  {
    id: id(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    /** Null: all of the provider's. */
    microcredentialId: text("microcredential_id").references(() => microcredentials.id),
    state: text("state", { enum: ASSESSOR_STATES }).notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    oneOf("assessor_scopes_state", t.state, ASSESSOR_STATES),
    uniqueIndex("assessor_scopes_all")
      .on(t.personId, t.providerId)
      .where(sql`${t.microcredentialId} is null`),
    uniqueIndex("assessor_scopes_one")
      .on(t.personId, t.microcredentialId)
      .where(sql`${t.microcredentialId} is not null`),
    index("assessor_scopes_provider").on(t.providerId, t.state),
  ],
);

/** What became of an assessor: invited, calibrated, admitted, stopped, with the words of whoever decided it. */
export const assessorScopeChanges = sqliteTable(
  "assessor_scope_changes",
  {
    id: id(),
    scopeId: text("scope_id")
      .notNull()
      .references(() => assessorScopes.id),
    fromState: text("from_state", { enum: ASSESSOR_STATES }),
    toState: text("to_state", { enum: ASSESSOR_STATES }).notNull(),
    at: instant("at").notNull(),
    actorId: text("actor_id").references(() => persons.id),
    reason: text("reason"),
  },
  (t) => [
    oneOf("assessor_scope_changes_to", t.toState, ASSESSOR_STATES),
    index("assessor_scope_changes_scope").on(t.scopeId),
  ],
);

/** A decided submission on which new assessors practise, while its author lets them. */
export const practicePieces = sqliteTable("practice_pieces", {
  id: id(),
  submissionId: text("submission_id")
    .notNull()
    .unique()
    .references(() => submissions.id),
  chosenAt: instant("chosen_at").notNull(),
  chosenBy: text("chosen_by").references(() => persons.id),
  /** Since when it is not chosen any more; what was scored on it stays. */
  removedAt: instant("removed_at"),
});

/** Somebody's practice on a piece: begun, and handed in once. */
export const practiceReadings = sqliteTable(
  "practice_readings",
  {
    id: id(),
    pieceId: text("piece_id")
      .notNull()
      .references(() => practicePieces.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    handedInAt: instant("handed_in_at").notNull(),
  },
  (t) => [
    uniqueIndex("practice_readings_once").on(t.pieceId, t.personId),
    index("practice_readings_person").on(t.personId),
  ],
);

/** What somebody scored in practice. It decides nothing, and is compared with what was decided. */
export const practiceScores = sqliteTable(
  "practice_scores",
  {
    readingId: text("reading_id")
      .notNull()
      .references(() => practiceReadings.id),
    criterion: text("criterion").notNull(),
    level: text("level", { enum: LEVELS }).notNull(),
    /** What the decision said: the comparison stays when the piece is taken out of practice. */
    agreed: text("agreed", { enum: LEVELS }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.readingId, t.criterion] }),
    oneOf("practice_scores_level", t.level, LEVELS),
    oneOf("practice_scores_agreed", t.agreed, LEVELS),
  ],
);
