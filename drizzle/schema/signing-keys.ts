import { sql } from "drizzle-orm";
import { blob, index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { SIGNING_PURPOSES } from "../../app/platform/signing/signing-purpose";
import { id, instant, oneOf } from "./column";
import { persons } from "./people";
import { providers } from "./providers";

/** The keys with which a provider signs. One of each purpose is in use; the public halves of the others stay published (D5). */
export const signingKeys = sqliteTable(
  "signing_keys",
  {
    /** Start of the SHA-256 of the certificate, in hex: what is signed names the key by it. */
    id: id(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => providers.id),
    purpose: text("purpose", { enum: SIGNING_PURPOSES }).notNull(),
    /** X.509, PEM: the RSA key that signs files. */
    certificate: text("certificate").notNull(),
    /** Ed25519, SPKI, PEM: the key that signs data. */
    publicKey: text("public_key").notNull(),
    /** Both private halves, sealed with the key from the environment. */
    sealed: blob("sealed", { mode: "buffer" }).notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").references(() => persons.id),
    retiredAt: instant("retired_at"),
    retiredBy: text("retired_by").references(() => persons.id),
  },
  (t) => [
    oneOf("signing_keys_purpose", t.purpose, SIGNING_PURPOSES),
    uniqueIndex("signing_keys_in_use")
      .on(t.ownerId, t.purpose)
      .where(sql`${t.retiredAt} is null`),
    index("signing_keys_owner").on(t.ownerId, t.createdAt),
  ],
);
