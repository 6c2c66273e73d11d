import { sql } from "drizzle-orm";
import { blob, check, index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { DOCUMENT_KINDS } from "../../app/documents/issuing/document-kind";
import { IMAGE_KINDS, IMAGE_TYPES } from "../../app/documents/letterhead/image-kind";
import { providers } from "./providers";
import { id, instant, oneOf } from "./column";
import { persons } from "./people";
import { signingKeys } from "./signing-keys";

/** Pictures that a provider uploaded. Documents name them by digest, so none is ever changed or deleted. */
export const providerImages = sqliteTable(
  "provider_images",
  {
    id: id(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    kind: text("kind", { enum: IMAGE_KINDS }).notNull(),
    mediaType: text("media_type", { enum: IMAGE_TYPES }).notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
    /** SHA-256, hex. */
    digest: text("digest").notNull(),
    addedAt: instant("added_at").notNull(),
    addedBy: text("added_by").references(() => persons.id),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    oneOf("provider_images_kind", t.kind, IMAGE_KINDS),
    oneOf("provider_images_type", t.mediaType, IMAGE_TYPES),
    check("provider_images_size", sql`length(${t.bytes}) between 1 and 262144`),
    uniqueIndex("provider_images_shown")
      .on(t.providerId, t.kind)
      .where(sql`${t.withdrawnAt} is null`),
    index("provider_images_digest").on(t.digest),
  ],
);

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
    revokedBy: text("revoked_by").references(() => persons.id),
    /** What it is the document of: among those of one person and series, at most one is current. */
    series: text("series"),
    /** The key that signed it; null for what was issued before documents were signed. */
    keyId: text("key_id").references(() => signingKeys.id),
  },
  (t) => [
    oneOf("documents_kind", t.kind, DOCUMENT_KINDS),
    uniqueIndex("documents_content").on(t.personId, t.kind, t.contentHash),
    index("documents_person").on(t.personId, t.issuedAt),
    index("documents_issued").on(t.issuedAt, t.id),
    uniqueIndex("documents_one_current")
      .on(t.personId, t.series)
      .where(sql`${t.supersededById} is null and ${t.revokedAt} is null`),
    index("documents_file_hash").on(t.fileHash),
  ],
);

export const documentFiles = sqliteTable("document_files", {
  documentId: text("document_id")
    .primaryKey()
    .references(() => documents.id),
  bytes: blob("bytes", { mode: "buffer" }).notNull(),
});
