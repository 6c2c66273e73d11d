import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { portfolioUploads } from "#drizzle/schema/microcredentials/evidence";
import type { PortfolioRefusal } from "~/microcredentials/portfolios/refusal";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { hashOf, pathOf, sync } from "~/platform/files/bytes.server";
import { safeFileName } from "~/platform/files/file-name";
import type { FileTypeName } from "~/platform/files/file-type";
import { extensionFor, FILE_TYPES, fitsName } from "~/platform/files/kept-type";
import { outsideGate } from "~/platform/serving/gate.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { readUntrusted, untrustedReader } from "~/platform/untrusted/door.server";
import { namePartFile } from "./part-file.server";
import { arrivedOf, findMyUpload, type Upload, uploadPath } from "./upload.server";
import { UploadHeld, UploadLock } from "./upload-lock.server";

const LOOK = untrustedReader<string, FileTypeName | null>("app/platform/files/file-look-reader.server.ts");

type Ended = Outcome<{ id: string }, PortfolioRefusal>;

/**
 * Looks at a file whose last piece has come and keeps it, or refuses it for good. Asked again, it says what it said: a browser
 * may have missed the answer, and a process may have ended on the way.
 * @throws UploadHeld while others are at it, or too many files are being looked at
 */
export async function finishUpload(
  ctx: ActorContext,
  where: { portfolioId: string; uploadId: string },
): Promise<Ended> {
  const lock = new UploadLock(ctx.db, where.uploadId);
  await outsideGate(() => lock.lock());
  try {
    const upload = findMyUpload(ctx.db, ctx, where);
    if (!upload) return refuse("upload-gone");
    if (upload.endedAt !== null) return endOf(upload);
    if (arrivedOf(upload.id) !== upload.size) return refuse("upload-gone");
    const ended = await keepWhole(ctx, upload);
    await rm(uploadPath(upload.id), { force: true });
    return ended;
  } finally {
    await lock.unlock();
  }
}

/** What became of an upload that ended. */
export function endOf({ fileId, refusal }: Upload): Ended {
  return fileId === null ? refuse((refusal ?? "upload-gone") as PortfolioRefusal) : ok({ id: fileId });
}

async function keepWhole(ctx: ActorContext, upload: Upload): Promise<Ended> {
  const file = path.resolve(uploadPath(upload.id));
  await sync(file);
  const looked = await readUntrusted(LOOK, file);
  if (!looked.ok && looked.reason === "too-many") throw new UploadHeld();
  const type = looked.ok && looked.value ? FILE_TYPES[looked.value] : null;
  if (!type) return end(ctx, upload, () => refuse("unknown-file-type"));
  if (!fitsName(type, upload.name)) return end(ctx, upload, () => refuse("name-differs"));
  const sha256 = await outsideGate(() => hashOf(file));
  const name = safeFileName(upload.name, extensionFor(type, upload.name));
  const { contentType } = type;
  const { portfolioId, partKey: key, size } = upload;
  const ended = end(ctx, upload, (tx) =>
    namePartFile(tx, ctx, { portfolioId, key }, { sha256, size, contentType, path: file }, name),
  );
  if (ended.ok) await sync(path.dirname(pathOf(sha256)));
  return ended;
}

/** Ends an upload once, by what is decided within the transaction; the bytes of what is refused go with it. */
function end(ctx: ActorContext, upload: Upload, decide: (tx: Transaction) => Ended): Ended {
  return inTransaction(ctx.db, (tx) => {
    const open = and(eq(portfolioUploads.id, upload.id), isNull(portfolioUploads.endedAt));
    if (!tx.select({ id: portfolioUploads.id }).from(portfolioUploads).where(open).get()) return refuse("upload-gone");
    const decided = decide(tx);
    const became = decided.ok ? { fileId: decided.value.id } : { refusal: decided.reason };
    tx.update(portfolioUploads)
      .set({ ...became, endedAt: ctx.now })
      .where(open)
      .run();
    if (decided.ok) return decided;
    const detail = { name: upload.name, reason: decided.reason };
    const { portfolioId: subjectId } = upload;
    recordAudit(tx, ctx, { action: "portfolio.file-refused", subjectId, personId: ctx.actor.personId, detail });
    rmSync(uploadPath(upload.id), { force: true });
    return decided;
  });
}
