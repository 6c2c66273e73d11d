import { providers } from "#drizzle/schema/providers";
import { passKeyOf } from "~/attendance/scan/pass-key.server";
import type { Context } from "~/platform/context";
import { ensureSigningKey } from "~/platform/signing/signing-key.server";
import type { KeyUse } from "~/platform/signing/signing-purpose";

/** The key with which a provider signs its documents (D5). */
export const documentKeyOf = ({ id, name }: KeyUse["owner"]): KeyUse => ({ owner: { id, name }, purpose: "documents" });

/** Makes the keys of every provider that has none to sign its documents, or its check-in passes, with: part of setting up. */
export async function ensureProviderKeys(ctx: Context): Promise<void> {
  const rows = ctx.db.select({ id: providers.id, name: providers.name }).from(providers).all();
  for (const provider of rows) {
    for (const use of [documentKeyOf(provider), passKeyOf(provider)]) await ensureSigningKey(ctx, use);
  }
}
