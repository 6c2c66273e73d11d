import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { mkdir, open, rename, rm, utimes } from "node:fs/promises";
import path from "node:path";
import { storedFiles } from "#drizzle/schema/files";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { filesFolder } from "~/platform/env.server";
import { FILE_BYTES } from "~/platform/http/body-limit";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { sha256 } from "~/platform/secrets/codes.server";
import type { FileRefusal } from "./file-refusal";
import { findFileType } from "./file-type";
import { extensionFor } from "./kept-type";

export type StoredFile = Pick<typeof storedFiles.$inferSelect, "sha256" | "size" | "contentType">;

/** A file whose bytes are on the disk and that no row names yet: `keepFile` follows, in a transaction. */
export interface ReceivedFile extends StoredFile {
  /** What its name ends in, without a dot. */
  extension: string;
  bytes: Buffer;
}

/** Where a file's bytes are, by their SHA-256. */
export const pathOf = (hash: string): string => path.join(filesFolder, hash.slice(0, 2), hash);

/** Where bytes are written before they have their place. */
export const unfinishedFolder = path.join(filesFolder, "tmp");

/**
 * Looks at what somebody sent and puts it on the disk. Nothing of ours refers to it yet; what is not kept after all is
 * swept away. The size, the type by the content and the hash are the server's own.
 */
export async function receiveFile(ctx: Context, file: File): Promise<Outcome<ReceivedFile, FileRefusal>> {
  if (file.size === 0) return refuse("no-file");
  if (file.size > FILE_BYTES) return refuse("file-too-large");
  const bytes = Buffer.from(await file.arrayBuffer());
  const type = findFileType(bytes);
  if (!type) return refuse("unknown-file-type");
  const hash = sha256(bytes);
  await writeBytes(hash, bytes, ctx.now);
  const { contentType } = type;
  return ok({ sha256: hash, size: bytes.length, contentType, extension: extensionFor(type, file.name), bytes });
}

/**
 * Keeps a received file on record, in the transaction of whatever names it. Its bytes may have been swept away since they
 * were received, if the same file was of no use for a day until now: the sweeper holds the same lock, so this sees it.
 */
export function keepFile(tx: Transaction, ctx: Context, file: ReceivedFile): void {
  const { bytes, extension: _extension, ...row } = file;
  if (!hasBytes(file)) {
    mkdirSync(path.dirname(pathOf(file.sha256)), { recursive: true });
    writeFileSync(pathOf(file.sha256), bytes, { flush: true });
  }
  tx.insert(storedFiles)
    .values({ ...row, keptAt: ctx.now })
    .onConflictDoUpdate({ target: storedFiles.sha256, set: { unnamedAt: null } })
    .run();
}

/** Whether a file's bytes are on the disk, as many as there should be. */
export function hasBytes({ sha256: hash, size }: Pick<StoredFile, "sha256" | "size">): boolean {
  return existsSync(pathOf(hash)) && statSync(pathOf(hash)).size === size;
}

/** Written beside, synced, then moved into place: under a file's name its bytes are whole or not there. */
async function writeBytes(hash: string, bytes: Buffer, now: number): Promise<void> {
  const place = pathOf(hash);
  const at = now / 1000;
  // What is there already is as if it came now, so that the sweeper leaves it; it may be gone before that.
  if (hasBytes({ sha256: hash, size: bytes.length })) {
    const isThere = await utimes(place, at, at).then(
      () => true,
      () => false,
    );
    if (isThere) return;
  }
  await mkdir(unfinishedFolder, { recursive: true });
  await mkdir(path.dirname(place), { recursive: true });
  const unfinished = path.join(unfinishedFolder, randomUUID());
  try {
    const handle = await open(unfinished, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.utimes(at, at);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(place));
}

/** A name is on the disk once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
