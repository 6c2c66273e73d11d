import { eq } from "drizzle-orm";
import { providers } from "#drizzle/schema/providers";
import type { Reader } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { listSigningKeys } from "~/platform/signing/signing-key.server";
import type { KeyUse } from "~/platform/signing/signing-purpose";
import { composeIssuer, type Json } from "./badge";
import { badgeAddresses } from "./badge-address";
import { composeDid, type DidDocument } from "./linked-data.server";

/** The key with which a provider signs badges: another than for its documents. */
export const badgeKeyOf = ({ id, name }: KeyUse["owner"]): KeyUse => ({ owner: { id, name }, purpose: "badges" });

/** Documents by what stands in them: keys are added once in years. */
const composed = new Map<string, DidDocument>();

/** The DID document of a provider with all keys that ever signed its badges; null where there is no such provider. */
export async function findDid(db: Reader, providerId: string): Promise<DidDocument | null> {
  const provider = db.select({ id: providers.id }).from(providers).where(eq(providers.id, providerId)).get();
  if (!provider) return null;
  const keys = listSigningKeys(db, providerId, "badges");
  const known = [providerId, ...keys.map(({ id }) => id)].join(" ");
  const document = composed.get(known) ?? (await composeDid(badgeAddresses(origin).did(providerId), keys));
  composed.set(known, document);
  return document;
}

/** Every provider as an issuer, for whoever checks badges. */
export async function listIssuers(db: Reader): Promise<DidDocument[]> {
  const rows = db.select({ id: providers.id }).from(providers).all();
  const documents = await Promise.all(rows.map(({ id }) => findDid(db, id)));
  return documents.filter((document) => document !== null);
}

/** A provider's profile as the issuer of badges; null where there is no such provider. */
export function findIssuerProfile(db: Reader, providerId: string): Json | null {
  const provider = db.select().from(providers).where(eq(providers.id, providerId)).get();
  if (!provider) return null;
  const { contactEmail } = provider;
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    ...composeIssuer(provider, origin),
    ...(contactEmail && { email: contactEmail }),
  };
}
