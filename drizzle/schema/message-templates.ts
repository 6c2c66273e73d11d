import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { MESSAGE_AUDIENCES } from "../../app/registration/messages/message-audience";
import { id, instant, oneOf } from "./column";
import { storedFiles } from "./files";
import { persons } from "./people";
import { providers } from "./providers";
import { offeringMessages } from "./registration";

/** A subject and a text that staff of a provider write again and again to the people of its offerings. */
export const messageTemplates = sqliteTable(
  "message_templates",
  {
    id: id(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    name: text("name").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => persons.id),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [uniqueIndex("message_templates_name").on(t.providerId, t.name)],
);

/** By what people were chosen for a message, where it was not by the status of their registration. */
export const offeringMessageAudiences = sqliteTable(
  "offering_message_audiences",
  {
    messageId: text("message_id")
      .primaryKey()
      .references(() => offeringMessages.id),
    audience: text("audience", { enum: MESSAGE_AUDIENCES }).notNull(),
    /** What the chosen organizations were called then. */
    districts: text("districts", { mode: "json" }).$type<string[]>().notNull(),
  },
  (t) => [oneOf("offering_message_audiences_audience", t.audience, MESSAGE_AUDIENCES)],
);

/** Files of a message that is still being written: they came with a preview or a test, and go when it is sent or after a day. */
export const messageDraftFiles = sqliteTable(
  "message_draft_files",
  {
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    /** Of the form in which the message is written. */
    nonce: text("nonce").notNull(),
    position: integer("position").notNull(),
    fileHash: text("file_hash")
      .notNull()
      .references(() => storedFiles.sha256),
    /** The whole name under which it is saved. */
    name: text("name").notNull(),
    keptAt: instant("kept_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.nonce, t.position] }),
    index("message_draft_files_kept").on(t.keptAt),
    index("message_draft_files_file").on(t.fileHash),
  ],
);
