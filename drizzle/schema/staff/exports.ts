import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ExportLayout } from "../../../app/hr/exports/layouts/export-layout";
import { EXPORT_RUN_STATES, type ExportOrder } from "../../../app/hr/exports/making/export-order";
import { id, instant, oneOf } from "../column";
import { storedFiles } from "../files";
import { hrExports } from "../hr";
import { organisations, persons } from "../people";

/** How a district's payroll wants the file of an export, under a name. */
export const exportLayouts = sqliteTable(
  "export_layouts",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    layout: text("layout", { mode: "json" }).$type<ExportLayout>().notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => persons.id),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [uniqueIndex("export_layouts_name").on(t.organisationId, t.name)],
);

/** An export that somebody asked for, on its way to a file: long work with its progress. */
export const exportRuns = sqliteTable(
  "export_runs",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    state: text("state", { enum: EXPORT_RUN_STATES }).notNull(),
    asked: text("asked", { mode: "json" }).$type<ExportOrder>().notNull(),
    askedAt: instant("asked_at").notNull(),
    askedBy: text("asked_by")
      .notNull()
      .references(() => persons.id),
    /** Who makes it, and from where. */
    accountId: text("account_id").notNull(),
    address: text("address"),
    requestId: text("request_id"),
    /** People whose lines are to be read, and are read; and the rows that came of it. */
    total: integer("total").notNull().default(0),
    done: integer("done").notNull().default(0),
    rows: integer("rows").notNull().default(0),
    /** Who works on it, and until when nobody else takes it over. */
    worker: text("worker"),
    workedUntil: instant("worked_until"),
    exportId: text("export_id").references(() => hrExports.id),
    finishedAt: instant("finished_at"),
    /** How it ended, in words, where it gave no file. */
    answer: text("answer"),
  },
  (t) => [
    oneOf("export_runs_state", t.state, EXPORT_RUN_STATES),
    check("export_runs_made", sql`(${t.exportId} is not null) = (${t.state} = 'done')`),
    index("export_runs_state").on(t.state, t.organisationId),
    index("export_runs_export").on(t.exportId),
  ],
);

/** S4: the file of an export as it was given out, and what was asked for. Exports of earlier times have none. */
export const exportFiles = sqliteTable(
  "export_files",
  {
    exportId: text("export_id")
      .primaryKey()
      .references(() => hrExports.id),
    fileHash: text("file_hash")
      .notNull()
      .references(() => storedFiles.sha256),
    name: text("name").notNull(),
    rows: integer("rows").notNull(),
    asked: text("asked", { mode: "json" }).$type<ExportOrder>().notNull(),
  },
  (t) => [index("export_files_file").on(t.fileHash)],
);
