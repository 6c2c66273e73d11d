import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../column";
import { organisations, persons } from "../people";

/** That HR of a district reminded somebody of what they have still to do before the salary cut-off; at most once a week. */
export const salaryNudges = sqliteTable(
  "salary_nudges",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    sentAt: instant("sent_at").notNull(),
    sentBy: text("sent_by")
      .notNull()
      .references(() => persons.id),
  },
  (t) => [index("salary_nudges_person").on(t.personId, t.organisationId, t.sentAt)],
);
