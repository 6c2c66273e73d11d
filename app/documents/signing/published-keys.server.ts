import { asc, eq } from "drizzle-orm";
import { providers } from "#drizzle/schema/providers";
import { signingKeys } from "#drizzle/schema/documents";
import type { Reader } from "~/platform/database/database.server";
import type { PublishedKey } from "./signed-data";

/** Where the keys stand for everybody, for good. */
export const KEYS_PATH = "/.well-known/hourbook-keys.json";

/** The public halves of all keys that ever signed, oldest first: what was signed with a retired key stays checkable (D5). */
export function listPublishedKeys(db: Reader): PublishedKey[] {
  return db
    .select({ key: signingKeys, provider: providers.name })
    .from(signingKeys)
    .innerJoin(providers, eq(providers.id, signingKeys.providerId))
    .orderBy(asc(signingKeys.createdAt), asc(signingKeys.id))
    .all()
    .map(({ key, provider }) => ({
      keyId: key.id,
      provider,
      certificate: key.certificate,
      publicKey: key.publicKey,
      usedFrom: new Date(key.createdAt).toISOString(),
      usedUntil: key.retiredAt === null ? null : new Date(key.retiredAt).toISOString(),
    }));
}
