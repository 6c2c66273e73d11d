import { sql } from "drizzle-orm";
import { type AnySQLiteColumn, check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { CLAIM_STATUSES } from "../../app/credits/claims/claim-status";
import { CORRECTION_ORIGINS, CORRECTION_STATES } from "../../app/credits/corrections/correction-state";
import type { CountStep } from "../../app/credits/counting/clock-hours";
import { attendanceConfirmations } from "./attendance";
import { offerings } from "./catalog";
import { providers } from "./providers";
import { id, instant, oneOf, plainDate } from "./column";
import { awards } from "./microcredentials/awards";
import { persons } from "./people";

/** H6: what a person earned by a confirmed attendance, with the receipt. The newest row counts. */
export const earnings = sqliteTable(
  "earnings",
  {
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    confirmationId: text("confirmation_id")
      .notNull()
      .references(() => attendanceConfirmations.id),
    minutes: integer("minutes").notNull(),
    steps: text("steps", { mode: "json" }).$type<CountStep[]>().notNull(),
    computedAt: instant("computed_at").notNull(),
  },
  (t) => [uniqueIndex("earnings_once").on(t.confirmationId, t.personId), index("earnings_person").on(t.personId)],
);

/** T5: what people agree to when they claim, from a day on. A text is never changed; claims keep the one they were made under. */
export const affidavitTexts = sqliteTable("affidavit_texts", {
  version: text("version").primaryKey(),
  fromDate: plainDate("from_date").notNull().unique(),
  text: text("text").notNull(),
});

/** One person's request for the clock hours of one offering (T3–T5). */
export const claims = sqliteTable(
  "claims",
  {
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    status: text("status", { enum: CLAIM_STATUSES }).notNull(),
    earnedMinutes: integer("earned_minutes").notNull(),
    requestedMinutes: integer("requested_minutes"),
    /** T5: the affidavit as it was agreed to. */
    affidavitVersion: text("affidavit_version"),
    affidavitText: text("affidavit_text"),
    claimedAt: instant("claimed_at"),
    claimedByAccountId: text("claimed_by_account_id"),
    networkAddress: text("network_address"),
    evaluated: integer("evaluated", { mode: "boolean" }).notNull().default(false),
    settled: integer("settled", { mode: "boolean" }).notNull().default(false),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    oneOf("claims_status", t.status, CLAIM_STATUSES),
    uniqueIndex("claims_once").on(t.offeringId, t.personId),
    // A correction of attendance can leave somebody with less than they once claimed; what they claimed stays on record.
    check(
      "claims_minutes",
      sql`${t.earnedMinutes} >= 0 and (${t.requestedMinutes} is null or ${t.requestedMinutes} between 1 and ${t.earnedMinutes}
        or ${t.status} in ('returned', 'posted', 'void'))`,
    ),
    check(
      "claims_affidavit",
      sql`${t.status} in ('open', 'void') or (${t.affidavitText} is not null and ${t.claimedAt} is not null and ${t.requestedMinutes} is not null)`,
    ),
    // With their offerings, by which the queue is filtered.
    index("claims_queue").on(t.status, t.claimedAt, t.offeringId),
    // All that the registrar's queue asks of a claim under way, its order included.
    index("claims_waiting")
      .on(t.claimedAt, t.id, t.status, t.offeringId, t.requestedMinutes, t.earnedMinutes, t.personId)
      .where(sql`${t.status} not in ('open', 'posted', 'void')`),
    index("claims_person").on(t.personId, t.status, t.offeringId),
    index("claims_affidavit").on(t.affidavitVersion),
  ],
);

export const claimChanges = sqliteTable(
  "claim_changes",
  {
    id: id(),
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    fromStatus: text("from_status", { enum: CLAIM_STATUSES }),
    toStatus: text("to_status", { enum: CLAIM_STATUSES }).notNull(),
    at: instant("at").notNull(),
    actorId: text("actor_id").references(() => persons.id),
    reason: text("reason"),
  },
  (t) => [oneOf("claim_changes_to", t.toStatus, CLAIM_STATUSES), index("claim_changes_claim").on(t.claimId)],
);

/**
 * T7: the ledger. Versions of the credit of one claim, or of one award whose hours a committee approved (M2), chained by hash;
 * triggers refuse UPDATE and DELETE.
 */
export const credits = sqliteTable(
  "credits",
  {
    id: id(),
    claimId: text("claim_id").references(() => claims.id),
    /** In place of a claim and its offering. */
    awardId: text("award_id").references((): AnySQLiteColumn => awards.id),
    version: integer("version").notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    offeringId: text("offering_id").references(() => offerings.id),
    minutes: integer("minutes").notNull(),
    completedOn: plainDate("completed_on").notNull(),
    /** Canonical JSON of every field that a transcript shows: credits/credit.ts, CreditSnapshot. */
    snapshot: text("snapshot").notNull(),
    /** SHA-256, hex, of the snapshot chained to the previous version's. */
    hash: text("hash").notNull(),
    previousHash: text("previous_hash"),
    postedAt: instant("posted_at").notNull(),
    postedBy: text("posted_by")
      .notNull()
      .references(() => persons.id),
    reason: text("reason"),
  },
  (t) => [
    uniqueIndex("credits_version").on(t.claimId, t.version),
    uniqueIndex("credits_award_version").on(t.awardId, t.version),
    check(
      "credits_of_one",
      sql`(${t.claimId} is null) = (${t.awardId} is not null) and (${t.claimId} is null) = (${t.offeringId} is null)`,
    ),
    check("credits_first", sql`(${t.version} = 1) = (${t.previousHash} is null)`),
    check("credits_minutes", sql`${t.minutes} >= 0 and ${t.version} >= 1`),
    index("credits_person").on(t.personId, t.completedOn),
    index("credits_posted").on(t.postedAt),
    index("credits_offering").on(t.offeringId),
  ],
);

/** Credits that no district's HR sees (S1); kept by triggers (drizzle/unplaced-credits.ts). */
export const unplacedCredits = sqliteTable(
  "unplaced_credits",
  {
    creditId: text("credit_id")
      .primaryKey()
      .references(() => credits.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    completedOn: plainDate("completed_on").notNull(),
  },
  (t) => [
    index("unplaced_credits_person").on(t.personId),
    index("unplaced_credits_completed").on(t.providerId, t.completedOn, t.creditId),
  ],
);

/** T7: somebody's word that a posted credit is wrong, and what the registrar made of it. */
export const correctionRequests = sqliteTable(
  "correction_requests",
  {
    id: id(),
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    /** The version that it is about. */
    creditId: text("credit_id")
      .notNull()
      .references(() => credits.id),
    origin: text("origin", { enum: CORRECTION_ORIGINS }).notNull(),
    state: text("state", { enum: CORRECTION_STATES }).notNull(),
    /** What should stand; null leaves it to the registrar. */
    minutes: integer("minutes"),
    reason: text("reason").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => persons.id),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by").references(() => persons.id),
    answer: text("answer"),
    /** The version that came of it. */
    resultCreditId: text("result_credit_id").references(() => credits.id),
  },
  (t) => [
    oneOf("correction_requests_origin", t.origin, CORRECTION_ORIGINS),
    oneOf("correction_requests_state", t.state, CORRECTION_STATES),
    check("correction_requests_decided", sql`(${t.state} = 'open') = (${t.decidedAt} is null)`),
    check("correction_requests_result", sql`(${t.state} = 'accepted') = (${t.resultCreditId} is not null)`),
    uniqueIndex("correction_requests_one_open")
      .on(t.claimId, t.origin)
      .where(sql`${t.state} = 'open'`),
    index("correction_requests_claim").on(t.claimId),
    index("correction_requests_state_at").on(t.state, t.createdAt),
  ],
);

export const evaluationForms = sqliteTable(
  "evaluation_forms",
  {
    id: id(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    fromDate: plainDate("from_date").notNull(),
    questions: text("questions", { mode: "json" })
      .$type<{ key: string; text: string; kind: "scale" | "text" }[]>()
      .notNull(),
  },
  (t) => [uniqueIndex("evaluation_forms_from").on(t.providerId, t.fromDate)],
);

/**
 * T6: answers without a name. Ids are random, not ordered by time, and the table has no rowid, so that neither tells
 * who answered; the day is the finest time.
 */
export const evaluationResponses = sqliteTable(
  "evaluation_responses",
  {
    id: id(),
    formId: text("form_id")
      .notNull()
      .references(() => evaluationForms.id),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    answers: text("answers", { mode: "json" }).$type<Record<string, number | string>>().notNull(),
    day: plainDate("day").notNull(),
    /** The batch with which it was released, at least five at a time; null while it waits for others. */
    batch: integer("batch"),
  },
  (t) => [index("evaluation_responses_offering").on(t.offeringId), index("evaluation_responses_form").on(t.formId)],
);
