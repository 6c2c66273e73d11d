import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "./column";
import { persons } from "./people";
import { providers } from "./providers";

/** What staff note about a person for each other. Its author can take one back; no word of it is ever changed. */
export const personNotes = sqliteTable(
  "person_notes",
  {
    id: id(),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    /** Whose registrars and coordinators read it; null for administrators alone. */
    providerId: text("provider_id").references(() => providers.id),
    authorId: text("author_id")
      .notNull()
      .references(() => persons.id),
    body: text("body").notNull(),
    createdAt: instant("created_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    /** From the form: pressing twice adds one. */
    nonce: text("nonce").notNull().unique(),
  },
  (t) => [index("person_notes_person").on(t.personId)],
);

/** What staff wrote to one person. The mail itself is in the outbox. */
export const personMessages = sqliteTable(
  "person_messages",
  {
    id: id(),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    /** In whose name, and whose staff can read it afterwards. */
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    senderId: text("sender_id")
      .notNull()
      .references(() => persons.id),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    sentAt: instant("sent_at").notNull(),
    /** From the form: pressing twice sends once. */
    nonce: text("nonce").notNull().unique(),
  },
  (t) => [index("person_messages_person").on(t.personId)],
);
