import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { id, instant } from "../column";
import { organisations, persons } from "../people";

/** What HR of a district noted about somebody, for its own HR alone. A note that was deleted stays on record. */
export const hrNotes = sqliteTable(
  "hr_notes",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => persons.id),
    deletedAt: instant("deleted_at"),
    deletedBy: text("deleted_by").references(() => persons.id),
  },
  (t) => [
    check("hr_notes_deleted", sql`(${t.deletedAt} is null) = (${t.deletedBy} is null)`),
    index("hr_notes_person").on(t.personId, t.organisationId),
  ],
);

/** Every wording that a note had. The newest is what it says; none is ever changed. */
export const hrNoteVersions = sqliteTable(
  "hr_note_versions",
  {
    noteId: text("note_id")
      .notNull()
      .references(() => hrNotes.id),
    version: integer("version").notNull(),
    body: text("body").notNull(),
    writtenAt: instant("written_at").notNull(),
    writtenBy: text("written_by")
      .notNull()
      .references(() => persons.id),
  },
  (t) => [primaryKey({ columns: [t.noteId, t.version] }), check("hr_note_versions_first", sql`${t.version} >= 1`)],
);
