import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { MATERIAL_AUDIENCES } from "../../app/catalog/materials/material-audience";
import { offerings } from "./catalog";
import { id, instant, oneOf } from "./column";
import { storedFiles } from "./files";
import { persons } from "./people";
import { offeringMessages } from "./registration";

/** Handouts, slides and pages of an offering, in an order: each a file or a link. */
export const offeringMaterials = sqliteTable(
  "offering_materials",
  {
    id: id(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    title: text("title").notNull(),
    audience: text("audience", { enum: MATERIAL_AUDIENCES }).notNull(),
    position: integer("position").notNull(),
    fileHash: text("file_hash").references(() => storedFiles.sha256),
    /** What the file's name ends in, without a dot. */
    extension: text("extension"),
    link: text("link"),
    addedAt: instant("added_at").notNull(),
    addedBy: text("added_by")
      .notNull()
      .references(() => persons.id),
  },
  (t) => [
    oneOf("offering_materials_audience", t.audience, MATERIAL_AUDIENCES),
    check(
      "offering_materials_content",
      sql`(${t.fileHash} is null) = (${t.link} is not null) and (${t.fileHash} is null) = (${t.extension} is null)`,
    ),
    index("offering_materials_offering").on(t.offeringId, t.position),
    index("offering_materials_file").on(t.fileHash),
  ],
);

/** Files that went with what staff wrote to the people of an offering, in the order in which they were chosen. */
export const offeringMessageFiles = sqliteTable(
  "offering_message_files",
  {
    messageId: text("message_id")
      .notNull()
      .references(() => offeringMessages.id),
    position: integer("position").notNull(),
    fileHash: text("file_hash")
      .notNull()
      .references(() => storedFiles.sha256),
    /** The whole name under which it is saved. */
    name: text("name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.position] }), index("offering_message_files_file").on(t.fileHash)],
);
