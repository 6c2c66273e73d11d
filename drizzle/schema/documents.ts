import { blob, index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { DOCUMENT_KINDS } from "../../app/documents/document-kind";
import { id, instant, oneOf } from "./column";
import { persons } from "./people";

/** D5: an issued document, with a frozen copy of what it says. */
export const documents = sqliteTable(
  "documents",
  {
    id: id(),
    kind: text("kind", { enum: DOCUMENT_KINDS }).notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    /** Unguessable, at least 80 random bits, without look-alikes. */
    code: text("code").notNull().unique(),
    /** Canonical JSON. */
    parameters: text("parameters").notNull(),
    /** SHA-256 of what the document says apart from its own code and date: the same content gives the same document. */
    contentHash: text("content_hash").notNull(),
    /** SHA-256 of the file. */
    fileHash: text("file_hash").notNull(),
    issuedAt: instant("issued_at").notNull(),
    issuedBy: text("issued_by").references(() => persons.id),
    supersededById: text("superseded_by_id"),
    revokedAt: instant("revoked_at"),
    revokedReason: text("revoked_reason"),
  },
  (t) => [
    oneOf("documents_kind", t.kind, DOCUMENT_KINDS),
    uniqueIndex("documents_content").on(t.personId, t.kind, t.contentHash),
    index("documents_person").on(t.personId, t.issuedAt),
  ],
);

export const documentFiles = sqliteTable("document_files", {
  documentId: text("document_id")
    .primaryKey()
    .references(() => documents.id),
  bytes: blob("bytes", { mode: "buffer" }).notNull(),
});
