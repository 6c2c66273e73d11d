import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, plainDate } from "./column";
import { credits } from "./credits";
import { organisations, persons } from "./people";

/** S4: what was exported when and by whom. */
export const hrExports = sqliteTable(
  "hr_exports",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    madeAt: instant("made_at").notNull(),
    madeBy: text("made_by")
      .notNull()
      .references(() => persons.id),
    fromDate: plainDate("from_date"),
    toDate: plainDate("to_date"),
    onlyNew: integer("only_new", { mode: "boolean" }).notNull(),
    fileHash: text("file_hash").notNull(),
  },
  (t) => [index("hr_exports_organisation").on(t.organisationId, t.madeAt)],
);

/** S2: the day of the year until which a district's hours count for pay, `MM-DD`; 30 September where none is set. */
export const salaryCutoffs = sqliteTable("salary_cutoffs", {
  organisationId: text("organisation_id")
    .primaryKey()
    .references(() => organisations.id),
  monthDay: text("month_day").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

export const hrExportLines = sqliteTable(
  "hr_export_lines",
  {
    exportId: text("export_id")
      .notNull()
      .references(() => hrExports.id),
    /** The credit's version as exported: a later version is a correction of it. */
    creditId: text("credit_id")
      .notNull()
      .references(() => credits.id),
    /** The export took the line back: its hours are not the district's any more. */
    withdrawn: integer("withdrawn", { mode: "boolean" }).notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.exportId, t.creditId] }), index("hr_export_lines_credit").on(t.creditId)],
);
