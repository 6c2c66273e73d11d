import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { LEVELS, PLACES } from "../../../app/microcredentials/assessment/assessment";
import { LIVE_STATUSES, PORTFOLIO_STATUSES } from "../../../app/microcredentials/portfolios/portfolio-status";
import { id, instant, oneOf, whereOneOf } from "../column";
import { storedFiles } from "../files";
import { microcredentials, microcredentialVersions } from "./definitions";
import { persons } from "../people";

/** One person's work on a micro-credential, under the version with which it began. */
export const portfolios = sqliteTable(
  "portfolios",
  {
    id: id(),
    microcredentialId: text("microcredential_id")
      .notNull()
      .references(() => microcredentials.id),
    versionId: text("version_id")
      .notNull()
      .references(() => microcredentialVersions.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    status: text("status", { enum: PORTFOLIO_STATUSES }).notNull(),
    startedAt: instant("started_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    submittedAt: instant("submitted_at"),
    /** Until when a decision was promised, while one is awaited. */
    promisedAt: instant("promised_at"),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    oneOf("portfolios_status", t.status, PORTFOLIO_STATUSES),
    uniqueIndex("portfolios_one_live").on(t.personId, t.microcredentialId).where(whereOneOf(t.status, LIVE_STATUSES)),
    index("portfolios_queue").on(t.status, t.promisedAt),
    index("portfolios_microcredential").on(t.microcredentialId, t.status),
  ],
);

export const portfolioChanges = sqliteTable(
  "portfolio_changes",
  {
    id: id(),
    portfolioId: text("portfolio_id")
      .notNull()
      .references(() => portfolios.id),
    fromStatus: text("from_status", { enum: PORTFOLIO_STATUSES }),
    toStatus: text("to_status", { enum: PORTFOLIO_STATUSES }).notNull(),
    at: instant("at").notNull(),
    actorId: text("actor_id").references(() => persons.id),
    reason: text("reason"),
  },
  (t) => [
    oneOf("portfolio_changes_to", t.toStatus, PORTFOLIO_STATUSES),
    index("portfolio_changes_portfolio").on(t.portfolioId),
  ],
);

/** What stands in a part now. Its number rises with every change: a device that wrote on another one is told. */
export const portfolioParts = sqliteTable(
  "portfolio_parts",
  {
    portfolioId: text("portfolio_id")
      .notNull()
      .references(() => portfolios.id),
    partKey: text("part_key").notNull(),
    text: text("text").notNull(),
    links: text("links", { mode: "json" }).$type<string[]>().notNull(),
    revision: integer("revision").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.portfolioId, t.partKey] })],
);

/** Files of a part. One that was submitted is never taken away; one that was not is taken out of the list. */
export const portfolioFiles = sqliteTable(
  "portfolio_files",
  {
    id: id(),
    portfolioId: text("portfolio_id")
      .notNull()
      .references(() => portfolios.id),
    partKey: text("part_key").notNull(),
    fileHash: text("file_hash")
      .notNull()
      .references(() => storedFiles.sha256),
    /** As it is saved: what its author called it, with the ending that its content asks for. */
    name: text("name").notNull(),
    addedAt: instant("added_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [index("portfolio_files_portfolio").on(t.portfolioId), index("portfolio_files_file").on(t.fileHash)],
);

/** What was handed in, as it was: assessors read this, never what is written since. */
export const submissions = sqliteTable(
  "submissions",
  {
    id: id(),
    portfolioId: text("portfolio_id")
      .notNull()
      .references(() => portfolios.id),
    round: integer("round").notNull(),
    /** Of each part: its text, its links, and the ids and names of its files. */
    content: text("content", { mode: "json" }).notNull(),
    /** Keys of criteria that earlier rounds demonstrated. */
    settled: text("settled", { mode: "json" }).$type<string[]>().notNull(),
    /** The statements on originality and on students' privacy that its author agreed to, in full. */
    statement: text("statement").notNull(),
    /** Whether new assessors may practise on its texts, without a name; can be taken back. */
    forPractice: integer("for_practice", { mode: "boolean" }).notNull(),
    submittedAt: instant("submitted_at").notNull(),
    networkAddress: text("network_address"),
    /** Drawn once the first has judged, so that nobody can foresee it; null until then. */
    needsSecond: integer("needs_second", { mode: "boolean" }),
    decidedAt: instant("decided_at"),
    /** Keys of the criteria that it demonstrated, all rounds together. */
    demonstrated: text("demonstrated", { mode: "json" }).$type<string[]>(),
  },
  (t) => [uniqueIndex("submissions_round").on(t.portfolioId, t.round)],
);

/** Somebody's reading of a submission: held, handed back, or scored. Two never hold the same place. */
export const assessments = sqliteTable(
  "assessments",
  {
    id: id(),
    submissionId: text("submission_id")
      .notNull()
      .references(() => submissions.id),
    assessorId: text("assessor_id")
      .notNull()
      .references(() => persons.id),
    place: text("place", { enum: PLACES }).notNull(),
    /** Keys of the criteria that this place is asked about. */
    criteria: text("criteria", { mode: "json" }).$type<string[]>().notNull(),
    claimedAt: instant("claimed_at").notNull(),
    releasedAt: instant("released_at"),
    releasedBecause: text("released_because"),
    /** Handed back for knowing the author or another conflict: its assessor never gets this portfolio again. */
    isRecused: integer("is_recused", { mode: "boolean" }).notNull().default(false),
    scoredAt: instant("scored_at"),
  },
  (t) => [
    oneOf("assessments_place", t.place, PLACES),
    check("assessments_end", sql`${t.releasedAt} is null or ${t.scoredAt} is null`),
    uniqueIndex("assessments_one_each")
      .on(t.submissionId, t.place)
      .where(sql`${t.releasedAt} is null`),
    uniqueIndex("assessments_nobody_twice")
      .on(t.submissionId, t.assessorId)
      .where(sql`${t.releasedAt} is null`),
    index("assessments_assessor").on(t.assessorId, t.scoredAt),
  ],
);

export const assessmentScores = sqliteTable(
  "assessment_scores",
  {
    assessmentId: text("assessment_id")
      .notNull()
      .references(() => assessments.id),
    criterion: text("criterion").notNull(),
    level: text("level", { enum: LEVELS }).notNull(),
    comment: text("comment").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assessmentId, t.criterion] }),
    oneOf("assessment_scores_level", t.level, LEVELS),
    check("assessment_scores_comment", sql`${t.level} = 'demonstrated' or length(trim(${t.comment})) > 0`),
  ],
);
