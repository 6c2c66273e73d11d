import { and, eq, isNull } from "drizzle-orm";
import { providerImages } from "#drizzle/schema/documents";
import { recordAudit } from "~/platform/audit/audit.server";
import { sha256 } from "~/platform/secrets/codes.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import type { ImageKind, ProviderImage } from "./image-kind";

/** The picture of a digest, as a frozen document names it; null for none. */
export function findImage(db: Reader, digest: string | null | undefined): ProviderImage | null {
  if (!digest) return null;
  const { mediaType, bytes } = providerImages;
  const row = db.select({ mediaType, bytes }).from(providerImages).where(eq(providerImages.digest, digest)).get();
  if (!row) throw new Error(`No picture has the digest ${digest}.`);
  return row;
}

/** The picture that a provider's documents show now; null for none. */
export function findShownImage(db: Reader, providerId: string, kind: ImageKind): ProviderImage | null {
  return db.select().from(providerImages).where(isShown(providerId, kind)).get() ?? null;
}

/** A provider's documents show this picture from now on, instead of the one before. What was issued keeps its own. */
export function showImage(
  tx: Transaction,
  ctx: Context,
  { providerId, kind, image }: { providerId: string; kind: ImageKind; image: ProviderImage },
): void {
  const bytes = Buffer.from(image.bytes);
  const digest = sha256(bytes);
  tx.update(providerImages).set({ withdrawnAt: ctx.now }).where(isShown(providerId, kind)).run();
  tx.insert(providerImages)
    .values({
      id: newId(),
      providerId,
      kind,
      mediaType: image.mediaType,
      bytes,
      digest,
      addedAt: ctx.now,
      addedBy: ctx.actor?.personId ?? null,
    })
    .run();
  recordAudit(tx, ctx, { action: "provider-image.added", subjectId: providerId, detail: { kind, digest } });
}

/** A provider's documents show no such picture from now on. */
export function withdrawImage(ctx: Context, providerId: string, kind: ImageKind): void {
  inTransaction(ctx.db, (tx) => {
    tx.update(providerImages).set({ withdrawnAt: ctx.now }).where(isShown(providerId, kind)).run();
    recordAudit(tx, ctx, { action: "provider-image.withdrawn", subjectId: providerId, detail: { kind } });
  });
}

const isShown = (providerId: string, kind: ImageKind) =>
  and(eq(providerImages.providerId, providerId), eq(providerImages.kind, kind), isNull(providerImages.withdrawnAt));
