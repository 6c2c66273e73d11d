import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { GROWTH_PLAN_ANSWERS, GROWTH_PLAN_STATES, type PlanInput } from "../../../app/renewal/growth-plans/growth-plan";
import { id, instant, oneOf, plainDate } from "../column";
import { storedFiles } from "../files";
import { persons } from "../people";

/** Professional growth plans: one a year of each person, from July to June (N1). What is signed is locked (fences). */
export const growthPlans = sqliteTable(
  "growth_plans",
  {
    id: id(),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    /** In which the plan's year begins. */
    year: integer("year").notNull(),
    state: text("state", { enum: GROWTH_PLAN_STATES }).notNull(),
    goals: text("goals").notNull().default(""),
    standards: text("standards").notNull().default(""),
    activities: text("activities").notNull().default(""),
    evidence: text("evidence").notNull().default(""),
    reflection: text("reflection").notNull().default(""),
    /** Topics that it has as a goal (N3). */
    topics: text("topics", { mode: "json" }).$type<PlanInput["topics"]>().notNull(),
    /** The last day of the work on it: on this day it is completed. */
    endedOn: plainDate("ended_on"),
    signedOn: plainDate("signed_on"),
    signedBy: text("signed_by").references(() => persons.id),
    /** As they were when it was signed. */
    reviewerName: text("reviewer_name"),
    reviewerCertificate: text("reviewer_certificate"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    oneOf("growth_plans_state", t.state, GROWTH_PLAN_STATES),
    uniqueIndex("growth_plans_year").on(t.personId, t.year),
    check(
      "growth_plans_ended",
      sql`${t.endedOn} is null or ${t.endedOn} between ${t.year} || '-07-01' and (${t.year} + 1) || '-06-30'`,
    ),
    check(
      "growth_plans_signed",
      sql`(${t.state} = 'signed') = (${t.signedOn} is not null and ${t.signedBy} is not null and ${t.reviewerName} is not null
        and ${t.reviewerCertificate} is not null)`,
    ),
    check(
      "growth_plans_review",
      sql`${t.signedOn} is null or (${t.endedOn} is not null and ${t.endedOn} <= ${t.signedOn})`,
    ),
    check("growth_plans_reviewer", sql`${t.signedBy} is null or ${t.signedBy} <> ${t.personId}`),
  ],
);

/** Files that prove what a plan says. */
export const growthPlanFiles = sqliteTable(
  "growth_plan_files",
  {
    id: id(),
    planId: text("plan_id")
      .notNull()
      .references(() => growthPlans.id, { onDelete: "cascade" }),
    fileHash: text("file_hash")
      .notNull()
      .references(() => storedFiles.sha256),
    name: text("name").notNull(),
    addedAt: instant("added_at").notNull(),
  },
  (t) => [
    uniqueIndex("growth_plan_files_once").on(t.planId, t.fileHash),
    index("growth_plan_files_file").on(t.fileHash),
  ],
);

/** Whom a plan was sent to, by a link that can be answered once, and what became of it. */
export const growthPlanRequests = sqliteTable(
  "growth_plan_requests",
  {
    id: id(),
    planId: text("plan_id")
      .notNull()
      .references(() => growthPlans.id, { onDelete: "cascade" }),
    reviewerEmail: text("reviewer_email").notNull(),
    secretHash: text("secret_hash").notNull().unique(),
    sentAt: instant("sent_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    answeredAt: instant("answered_at"),
    answer: text("answer", { enum: GROWTH_PLAN_ANSWERS }),
    /** What the reviewer wants changed. */
    words: text("words"),
  },
  (t) => [
    oneOf("growth_plan_requests_answer", t.answer, GROWTH_PLAN_ANSWERS),
    check("growth_plan_requests_answered", sql`(${t.answeredAt} is null) = (${t.answer} is null)`),
    check("growth_plan_requests_words", sql`(${t.answer} is 'returned') = (${t.words} is not null)`),
    uniqueIndex("growth_plan_requests_open")
      .on(t.planId)
      .where(sql`${t.withdrawnAt} is null and ${t.answeredAt} is null`),
    index("growth_plan_requests_plan").on(t.planId),
  ],
);
