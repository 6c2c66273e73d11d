import { providers } from "#drizzle/schema/providers";
import type { Context } from "~/platform/context";
import { ensureSigningKey } from "~/platform/signing/signing-key.server";
import type { KeyUse } from "~/platform/signing/signing-purpose";

/** The key with which a provider signs its documents (D5). */
export const documentKeyOf = ({ id, name }: KeyUse["owner"]): KeyUse => ({ owner: { id, name }, purpose: "documents" });

/** Makes a key for every provider that has none to sign its documents with: part of setting up. */
export async function ensureProviderKeys(ctx: Context): Promise<void> {
  const rows = ctx.db.select({ id: providers.id, name: providers.name }).from(providers).all();
  for (const provider of rows) await ensureSigningKey(ctx, documentKeyOf(provider));
}
