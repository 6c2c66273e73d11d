import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { CRITERIA, type LocalRule } from "../../../app/hr/local-rules/local-rule";
import { SALARY_VERDICTS } from "../../../app/hr/salary/salary-verdict";
import { id, instant, oneOf, plainDate } from "../column";
import { credits } from "../credits";
import { organisations, persons } from "../people";

/** S2: what a district lets count for pay, from a day on. */
export const localRules = sqliteTable(
  "local_rules",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    fromDate: plainDate("from_date").notNull(),
    /** The last day of the salary year, `MM-DD`. */
    cutoff: text("cutoff").notNull(),
    rule: text("rule", { mode: "json" }).$type<LocalRule>().notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    check("local_rules_cutoff", sql`${t.cutoff} glob '[01][0-9]-[0-3][0-9]'`),
    uniqueIndex("local_rules_from").on(t.organisationId, t.fromDate),
  ],
);

/** S2: since when somebody has the degree on which their pay rests, as a district knows it. */
export const degreeDates = sqliteTable(
  "degree_dates",
  {
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    degreeOn: plainDate("degree_on").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.personId] }), index("degree_dates_person").on(t.personId)],
);

/** S2: what HR of a district said of somebody's hours for pay. The newest of a claim counts; what was said before stays. */
export const salaryReviews = sqliteTable(
  "salary_reviews",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    /** The claim or the award whose credit it is, whatever its version. */
    sourceId: text("source_id").notNull(),
    /** The version that HR saw. */
    creditId: text("credit_id")
      .notNull()
      .references(() => credits.id),
    /** The salary year, by the calendar year in which it ends. */
    year: integer("year").notNull(),
    verdict: text("verdict", { enum: SALARY_VERDICTS }).notNull(),
    criterion: text("criterion", { enum: CRITERIA }),
    reason: text("reason"),
    reviewedBy: text("reviewed_by")
      .notNull()
      .references(() => persons.id),
    reviewedAt: instant("reviewed_at").notNull(),
  },
  (t) => [
    oneOf("salary_reviews_verdict", t.verdict, SALARY_VERDICTS),
    oneOf("salary_reviews_criterion", t.criterion, CRITERIA),
    check("salary_reviews_why", sql`${t.verdict} <> 'declined' or ${t.reason} is not null`),
    check("salary_reviews_what_for", sql`${t.verdict} <> 'accepted' or ${t.criterion} is not null`),
    index("salary_reviews_person").on(t.personId, t.organisationId, t.sourceId),
    index("salary_reviews_credit").on(t.creditId),
  ],
);
