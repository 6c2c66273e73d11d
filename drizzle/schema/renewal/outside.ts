import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { OUTSIDE_KINDS, OUTSIDE_STATES, type OutsideInput } from "../../../app/renewal/outside/outside-hours";
import { id, instant, oneOf, plainDate } from "../column";
import { storedFiles } from "../files";
import { persons } from "../people";
import { providers } from "../providers";

/** Who runs another Hourbook whose documents are believed, while it is not revoked. */
export const trustedIssuers = sqliteTable(
  "trusted_issuers",
  {
    id: id(),
    name: text("name").notNull().unique(),
    /** How the keys came here, and who vouched for them. */
    note: text("note").notNull(),
    addedAt: instant("added_at").notNull(),
    revokedAt: instant("revoked_at"),
    revokedReason: text("revoked_reason"),
  },
  (t) => [check("trusted_issuers_revoked", sql`(${t.revokedAt} is null) = (${t.revokedReason} is null)`)],
);

/** The public keys of a trusted issuer, as it publishes them. */
export const trustedIssuerKeys = sqliteTable(
  "trusted_issuer_keys",
  {
    keyId: text("key_id").primaryKey(),
    issuerId: text("issuer_id")
      .notNull()
      .references(() => trustedIssuers.id, { onDelete: "cascade" }),
    /** Whose documents it signs, in the issuer's own words. */
    provider: text("provider").notNull(),
    /** PEM: of the file's signature, and of the data inside. */
    certificate: text("certificate").notNull(),
    publicKey: text("public_key").notNull(),
    /** As published, ISO 8601. */
    usedFrom: text("used_from").notNull(),
    usedUntil: text("used_until"),
  },
  (t) => [index("trusted_issuer_keys_issuer").on(t.issuerId)],
);

/**
 * What somebody earned elsewhere, by their own word until a registrar accepts it, or by the signature of a document of another
 * Hourbook. Never part of the ledger.
 */
export const outsideHours = sqliteTable(
  "outside_hours",
  {
    id: id(),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    kind: text("kind", { enum: OUTSIDE_KINDS }).notNull(),
    /** Minutes, hundredths of a credit, or components. */
    amount: integer("amount").notNull(),
    title: text("title").notNull(),
    providerName: text("provider_name").notNull(),
    startedOn: plainDate("started_on").notNull(),
    completedOn: plainDate("completed_on").notNull(),
    inPerson: integer("in_person", { mode: "boolean" }).notNull(),
    designations: text("designations", { mode: "json" }).$type<OutsideInput["designations"]>().notNull(),
    /** What proves it, if anything was added. */
    fileHash: text("file_hash").references(() => storedFiles.sha256),
    fileName: text("file_name"),
    state: text("state", { enum: OUTSIDE_STATES }).notNull(),
    /** Whose registrars it was sent to. */
    providerId: text("provider_id").references(() => providers.id),
    sentAt: instant("sent_at"),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by").references(() => persons.id),
    /** Why it was returned or taken back. */
    reason: text("reason"),
    /** The issuer of the document from which it was read, and the document's code. */
    issuerId: text("issuer_id").references(() => trustedIssuers.id),
    documentCode: text("document_code"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    oneOf("outside_hours_kind", t.kind, OUTSIDE_KINDS),
    oneOf("outside_hours_state", t.state, OUTSIDE_STATES),
    check("outside_hours_amount", sql`${t.amount} > 0`),
    check("outside_hours_dates", sql`${t.completedOn} >= ${t.startedOn}`),
    check("outside_hours_file", sql`(${t.fileHash} is null) = (${t.fileName} is null)`),
    check(
      "outside_hours_sent",
      sql`${t.state} in ('self-reported', 'signed') or (${t.providerId} is not null and ${t.sentAt} is not null)`,
    ),
    check(
      "outside_hours_decided",
      sql`(${t.state} in ('accepted', 'returned', 'taken-back')) = (${t.decidedAt} is not null and ${t.decidedBy} is not null)`,
    ),
    check("outside_hours_reason", sql`(${t.state} in ('returned', 'taken-back')) = (${t.reason} is not null)`),
    check(
      "outside_hours_signed",
      sql`(${t.state} = 'signed') = (${t.issuerId} is not null and ${t.documentCode} is not null)`,
    ),
    uniqueIndex("outside_hours_once").on(t.personId, t.kind, t.title, t.completedOn),
    index("outside_hours_queue").on(t.providerId, t.state, t.sentAt),
    index("outside_hours_file").on(t.fileHash),
  ],
);
