import { and, count, eq, isNull, sum } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { portfolioFileScans, portfolioUploads } from "#drizzle/schema/microcredentials/evidence";
import { portfolioFiles, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { findOpenPart, touch } from "~/microcredentials/portfolios/part.server";
import { findMyPortfolio } from "~/microcredentials/portfolios/portfolio.server";
import type { PortfolioRefusal } from "~/microcredentials/portfolios/refusal";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { evidenceLimits } from "~/platform/env.server";
import { safeFileName } from "~/platform/files/file-name";
import { type AssembledFile, keepFile, type ReceivedFile, receiveFile } from "~/platform/files/file-store.server";
import { fitsName } from "~/platform/files/kept-type";
import type { Once } from "~/platform/http/once";
import { once } from "~/platform/http/once.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { expectScan, findScan } from "./scan.server";
import { decideUpload } from "./upload";

/** A part of somebody's portfolio. */
export interface PartOf {
  portfolioId: string;
  key: string;
}

/** Adds a file to a part, from a form that holds all of it. */
export async function addPortfolioFile(
  ctx: ActorContext,
  { file, ...where }: PartOf & { file: File },
  post: Once | null,
): Promise<Outcome<{ id: string }, PortfolioRefusal>> {
  const received = await receiveFile(ctx, file);
  if (!received.ok) return received;
  const { extension, type } = received.value;
  if (!fitsName(type, file.name)) return refuse("name-differs");
  return once(ctx, "portfolio file", post, () =>
    inTransaction(ctx.db, (tx) => {
      const fits = decideUpload({ ...received.value, held: bytesHeld(tx, where.portfolioId), limits: evidenceLimits });
      return fits.ok ? namePartFile(tx, ctx, where, received.value, safeFileName(file.name, extension)) : fits;
    }),
  );
}

/** Names a received file in a part. The same file twice in a part is one. */
export function namePartFile(
  tx: Transaction,
  ctx: ActorContext,
  { portfolioId, key: partKey }: PartOf,
  file: ReceivedFile | AssembledFile,
  name: string,
): Outcome<{ id: string }, PortfolioRefusal> {
  const found = findFilePart(tx, ctx, { portfolioId, key: partKey });
  if (!found.ok) return found;
  const fileHash = file.sha256;
  const same = and(inPart({ portfolioId, key: partKey }), eq(portfolioFiles.fileHash, fileHash));
  const before = tx.select({ id: portfolioFiles.id }).from(portfolioFiles).where(same).get();
  if (before) return ok(before);
  if (countFiles(tx, { portfolioId, key: partKey }) >= found.value.part.most) return refuse("too-many-files");
  keepFile(tx, ctx, file);
  const id = newId();
  tx.insert(portfolioFiles).values({ id, portfolioId, partKey, fileHash, name, addedAt: ctx.now }).run();
  expectScan(tx, ctx, id);
  touch(tx, ctx, portfolioId);
  const { personId } = found.value.portfolio;
  recordAudit(tx, ctx, { action: "portfolio.file-added", subjectId: portfolioId, personId, detail: { name } });
  return ok({ id });
}

/** A part of the actor's own that takes files now. */
export function findFilePart(tx: Transaction, ctx: ActorContext, where: PartOf) {
  const found = findOpenPart(tx, ctx, where);
  return found.ok && found.value.part.kind !== "file" ? refuse("unknown-part" as const) : found;
}

/** How many files stand in a part. */
export const countFiles = (tx: Transaction, where: PartOf): number =>
  countOf(tx.select({ count: count() }).from(portfolioFiles).where(inPart(where)));

const inPart = ({ portfolioId, key }: PartOf) =>
  and(eq(portfolioFiles.portfolioId, portfolioId), eq(portfolioFiles.partKey, key), isNull(portfolioFiles.removedAt));

/** Bytes of a portfolio's files, with what is still arriving. */
export function bytesHeld(db: Reader, portfolioId: string): number {
  const theirs = and(eq(portfolioFiles.portfolioId, portfolioId), isNull(portfolioFiles.removedAt));
  const arriving = and(eq(portfolioUploads.portfolioId, portfolioId), isNull(portfolioUploads.endedAt));
  const files = db
    .select({ bytes: sum(storedFiles.size) })
    .from(portfolioFiles)
    .innerJoin(storedFiles, eq(storedFiles.sha256, portfolioFiles.fileHash))
    .where(theirs)
    .get();
  const uploads = db
    .select({ bytes: sum(portfolioUploads.size) })
    .from(portfolioUploads)
    .where(arriving)
    .get();
  return Number(files?.bytes ?? 0) + Number(uploads?.bytes ?? 0);
}

/** Takes a file out of a part. One that was handed in, or that was refused by a scan, stays on record. */
export function removePortfolioFile(
  ctx: ActorContext,
  { portfolioId, fileId }: { portfolioId: string; fileId: string },
): Outcome<{ id: string }, PortfolioRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const theirs = and(
      eq(portfolioFiles.id, fileId),
      eq(portfolioFiles.portfolioId, portfolioId),
      isNull(portfolioFiles.removedAt),
    );
    const file = tx.select().from(portfolioFiles).where(theirs).get();
    if (!file) return refuse(findMyPortfolio(tx, ctx, portfolioId) ? "unknown-file" : "unknown-portfolio");
    const found = findOpenPart(tx, ctx, { portfolioId, key: file.partKey });
    if (!found.ok) return found;
    const handedIn = tx.select().from(submissions).where(eq(submissions.portfolioId, portfolioId)).all();
    tx.delete(portfolioUploads).where(eq(portfolioUploads.fileId, fileId)).run();
    if (handedIn.length > 0 || findScan(tx, fileId)?.verdict === "refused")
      tx.update(portfolioFiles).set({ removedAt: ctx.now }).where(theirs).run();
    else {
      tx.delete(portfolioFileScans).where(eq(portfolioFileScans.fileId, fileId)).run();
      tx.delete(portfolioFiles).where(theirs).run();
    }
    touch(tx, ctx, portfolioId);
    const { personId } = found.value.portfolio;
    const detail = { name: file.name };
    recordAudit(tx, ctx, { action: "portfolio.file-removed", subjectId: portfolioId, personId, detail });
    return ok({ id: fileId });
  });
}
