import { eq } from "drizzle-orm";
import { providers } from "#drizzle/schema/providers";
import { findProvider, getProvider, type Provider } from "~/catalog/providers/provider.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import { inTransaction } from "~/platform/database/database.server";
import type { Once } from "~/platform/http/once";
import { once } from "~/platform/http/once.server";
import { notFound } from "~/platform/http/responses.server";
import { listSigningKeys, prepareSigningKey } from "~/platform/signing/signing-key.server";
import { SIGNING_PURPOSES } from "~/platform/signing/signing-purpose";
import { readUntrusted, untrustedReader } from "~/platform/untrusted/door.server";
import { UNTRUSTED_REFUSALS } from "~/platform/untrusted/refusal";
import type { ImageCheck } from "./image-check.server";
import type { ProviderImage } from "./image-kind";
import type { ProviderDocumentsInput } from "./provider-documents-form";
import { findShownImage, showImage, withdrawImage } from "./provider-image.server";

const IMAGE_CHECK = untrustedReader<Uint8Array, ImageCheck>("app/documents/letterhead/image-check-reader.server.ts");

/**
 * All that a provider's documents show of it, and its keys.
 * @throws Response 404 for an unknown provider
 */
export function getProviderDocuments(ctx: ScopedContext, providerId: string) {
  const provider = findProvider(ctx.db, providerId);
  if (!provider) throw notFound();
  const { id, name, designeeName, designeeTitle, address, timeZone } = provider;
  return {
    provider: { id, name, designeeName, designeeTitle, address, timeZone },
    seal: addressOf(findShownImage(ctx.db, id, "seal")),
    signature: addressOf(findShownImage(ctx.db, id, "signature")),
    keys: SIGNING_PURPOSES.map((purpose) => ({ purpose, rows: listSigningKeys(ctx.db, id, purpose) })),
  };
}

/** What the form of the letterhead shows of a provider. */
export const toLetterheadDraft = (row: Pick<Provider, "designeeName" | "designeeTitle" | "address">) => ({
  designeeName: row.designeeName,
  designeeTitle: row.designeeTitle,
  address: row.address,
});

/**
 * Does what an administrator asked for. What was issued before keeps what it shows.
 * @param post by which a second post of the same form is known: one picture, one key
 * @returns what was done, or why a picture cannot be used, in words
 * @throws Response 404 for an unknown provider
 */
export async function changeProviderDocuments(
  ctx: ScopedContext,
  providerId: string,
  input: ProviderDocumentsInput,
  post: Once | null = null,
): Promise<{ ok: true; said: string } | { ok: false; words: string }> {
  const { provider } = getProviderDocuments(ctx, providerId);
  if (input.intent === "rotate-key") {
    const handOver = await prepareSigningKey(ctx, { owner: provider, purpose: input.purpose });
    return once(ctx, "signing-key", post, () => {
      handOver();
      return { ok: true, said: "The provider signs with a new key." };
    });
  }
  if (input.intent === "withdraw-image") {
    withdrawImage(ctx, providerId, input.kind);
    return { ok: true, said: "Documents show it no more." };
  }
  if (input.intent === "show-image") {
    const read = await readUntrusted(IMAGE_CHECK, new Uint8Array(await input.image.arrayBuffer()));
    if (!read.ok) return { ok: false, words: UNTRUSTED_REFUSALS[read.reason] };
    const checked = read.value;
    if (!checked.ok) return checked;
    const { image } = checked;
    return once(ctx, "provider-image", post, () => {
      inTransaction(ctx.db, (tx) => showImage(tx, ctx, { providerId, kind: input.kind, image }));
      return { ok: true, said: "Documents show it from now on." };
    });
  }
  return setDesignee(ctx, providerId, input);
}

/** An administrator changes the letterhead, and who signs. What was issued before keeps what it shows. */
export function setDesignee(
  ctx: ScopedContext,
  providerId: string,
  { designeeName, designeeTitle, address }: Extract<ProviderDocumentsInput, { intent: "designee" }>,
): { ok: true; said: string } {
  inTransaction(ctx.db, (tx) => {
    const values = { designeeName, designeeTitle, address: address ?? null };
    const changes = changesBetween<object>(getProvider(tx, providerId), values);
    tx.update(providers).set(values).where(eq(providers.id, providerId)).run();
    recordAudit(tx, ctx, { action: "provider.designee-changed", subjectId: providerId, detail: { changes } });
  });
  return { ok: true, said: "Documents name this designee from now on." };
}

/** A picture as the page shows it, without another request. Drawings hold outlines only, so nothing in them can run. */
function addressOf(image: ProviderImage | null): string | null {
  return image && `data:${image.mediaType};base64,${Buffer.from(image.bytes).toString("base64")}`;
}
