import { providers } from "#drizzle/schema/providers";
import type { Reader } from "~/platform/database/database.server";
import { listPublicKeys } from "~/platform/signing/signing-key.server";
import type { PublishedKey } from "./signed-data";

/**
 * The public halves of all keys that ever signed documents, oldest first: what was signed with a retired key stays
 * checkable (D5). Keys of other purposes are not among them, so that nothing they signed passes as a document.
 */
export function listPublishedKeys(db: Reader): PublishedKey[] {
  const rows = db.select({ id: providers.id, name: providers.name }).from(providers).all();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return listPublicKeys(db, "documents").map((key) => ({
    keyId: key.id,
    provider: names.get(key.ownerId)!,
    certificate: key.certificate,
    publicKey: key.publicKey,
    usedFrom: new Date(key.createdAt).toISOString(),
    usedUntil: key.retiredAt === null ? null : new Date(key.retiredAt).toISOString(),
  }));
}
