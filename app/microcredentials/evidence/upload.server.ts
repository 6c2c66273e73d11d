import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { and, asc, eq, isNull, lte, or } from "drizzle-orm";
import { portfolioUploads } from "#drizzle/schema/microcredentials/evidence";
import { findMyPortfolio } from "~/microcredentials/portfolios/portfolio.server";
import type { PortfolioRefusal } from "~/microcredentials/portfolios/refusal";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { evidenceLimits } from "~/platform/env.server";
import { uploadsFolder } from "~/platform/files/bytes.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { bytesHeld, countFiles, findFilePart, type PartOf } from "./part-file.server";
import { decideUpload, type PendingUpload } from "./upload";

const DAY_MS = 86_400_000;

export type Upload = typeof portfolioUploads.$inferSelect;

/** Where the pieces of an upload are put together. */
export const uploadPath = (id: string): string => path.join(uploadsFolder, id);

/** How many bytes of an upload are there. */
export const arrivedOf = (id: string): number => statSync(uploadPath(id), { throwIfNoEntry: false })?.size ?? 0;

/**
 * Lets a file begin to arrive: its room is kept from now on. What arrives is its author's alone until it is whole, so it leaves no
 * row in the audit log before that.
 */
export function beginUpload(
  ctx: ActorContext,
  { name, size, changedAt, ...where }: PartOf & { name: string; size: number; changedAt: number },
): Outcome<{ id: string }, PortfolioRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findFilePart(tx, ctx, where);
    if (!found.ok) return found;
    if (countFiles(tx, where) >= found.value.part.most) return refuse("too-many-files");
    const { portfolioId, key: partKey } = where;
    const fits = decideUpload({ size, held: bytesHeld(tx, portfolioId), limits: evidenceLimits });
    if (!fits.ok) return fits;
    const id = newId();
    tx.insert(portfolioUploads).values({ id, portfolioId, partKey, name, size, changedAt, startedAt: ctx.now }).run();
    return ok({ id });
  });
}

/** An upload of a portfolio of the actor's own; null for any other. */
export function findMyUpload(
  db: Reader,
  ctx: ActorContext,
  { portfolioId, uploadId }: { portfolioId: string; uploadId: string },
): Upload | null {
  if (!findMyPortfolio(db, ctx, portfolioId)) return null;
  const one = and(eq(portfolioUploads.id, uploadId), eq(portfolioUploads.portfolioId, portfolioId));
  return db.select().from(portfolioUploads).where(one).get() ?? null;
}

/** An upload of which pieces may still come, whoever's it is; null for none. */
export function findUnfinished(db: Reader, uploadId: string): Upload | null {
  const open = and(eq(portfolioUploads.id, uploadId), isNull(portfolioUploads.endedAt));
  return db.select().from(portfolioUploads).where(open).get() ?? null;
}

/** What is still arriving in a portfolio, and what was refused of it within the last day. */
export function listPending(db: Reader, portfolioId: string): PendingUpload[] {
  const open = and(eq(portfolioUploads.portfolioId, portfolioId), isNull(portfolioUploads.fileId));
  return db
    .select()
    .from(portfolioUploads)
    .where(open)
    .orderBy(asc(portfolioUploads.id))
    .all()
    .map(({ id, partKey, name, size, changedAt, refusal }) => ({
      ...{ id, partKey, name, size, changedAt },
      arrived: arrivedOf(id),
      refusal: refusal as PortfolioRefusal | null,
    }));
}

/** Forgets what arrived of a file, or that it was refused. */
export function dropUpload(
  ctx: ActorContext,
  input: { portfolioId: string; uploadId: string },
): Outcome<{ id: string }, PortfolioRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const upload = findMyUpload(tx, ctx, input);
    if (!upload || upload.fileId !== null)
      return refuse(findMyPortfolio(tx, ctx, input.portfolioId) ? "upload-gone" : "unknown-portfolio");
    tx.delete(portfolioUploads).where(eq(portfolioUploads.id, upload.id)).run();
    rmSync(uploadPath(upload.id), { force: true });
    return ok({ id: upload.id });
  });
}

/** Sweeps away uploads to which nothing has come for a day, and what is said of those that ended a day ago. */
export function sweepUploads(ctx: Context): number {
  const before = ctx.now - DAY_MS;
  const old = or(lte(portfolioUploads.endedAt, before), and(isNull(portfolioUploads.endedAt), startedBefore(before)));
  const swept = ctx.db.select({ id: portfolioUploads.id }).from(portfolioUploads).where(old).all();
  const gone = swept.filter(({ id }) => lastPieceAt(id) <= before).filter(({ id }) => sweepOne(ctx, id));
  const strays = namesIn(uploadsFolder).filter((id) => !isOnRecord(ctx.db, id) && lastPieceAt(id) <= before);
  for (const id of strays) rmSync(uploadPath(id), { force: true });
  return gone.length + strays.length;
}

const startedBefore = (before: number) => lte(portfolioUploads.startedAt, before);

/** Whoever writes to it right now goes on: it is held, or was written to a moment ago. */
function sweepOne(ctx: Context, id: string): boolean {
  return inTransaction(ctx.db, (tx) => {
    const free = or(isNull(portfolioUploads.heldUntil), lte(portfolioUploads.heldUntil, ctx.now));
    const gone = tx
      .delete(portfolioUploads)
      .where(and(eq(portfolioUploads.id, id), free))
      .run();
    if (gone.changes > 0) rmSync(uploadPath(id), { force: true });
    return gone.changes > 0;
  });
}

const isOnRecord = (db: Reader, id: string): boolean =>
  db.select({ id: portfolioUploads.id }).from(portfolioUploads).where(eq(portfolioUploads.id, id)).get() !== undefined;

/** Epoch milliseconds; the beginning of time where nothing has come or all of it has moved on. */
const lastPieceAt = (id: string): number => statSync(uploadPath(id), { throwIfNoEntry: false })?.mtimeMs ?? 0;

function namesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
}
