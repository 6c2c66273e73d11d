import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm, utimes } from "node:fs/promises";
import path from "node:path";
import { filesFolder } from "~/platform/env.server";

// Where bytes lie, and nothing of what they are: another store would take the place of this file and of the sweeper's folders.
// See docs/decisions/018-large-files-in-pieces.md.

/** What is known of bytes by their place. */
export interface Kept {
  sha256: string;
  size: number;
}

/** Where a file's bytes are, by their SHA-256. */
export const pathOf = (hash: string): string => path.join(filesFolder, hash.slice(0, 2), hash);

/** Where bytes are written before they have their place. */
export const unfinishedFolder = path.join(filesFolder, "tmp");

/** Where files lie of which pieces are still to come; beside those that are kept, so that they are moved and not copied. */
export const uploadsFolder = path.join(filesFolder, "uploads");

/** Whether a file's bytes are there, as many as there should be. */
export function hasBytes({ sha256, size }: Kept): boolean {
  return existsSync(pathOf(sha256)) && statSync(pathOf(sha256)).size === size;
}

/** The file, opened; null where it is not there or not whole. */
export async function openBytes({ sha256, size }: Kept): Promise<FileHandle | null> {
  const handle = await open(pathOf(sha256), "r").catch(() => null);
  if (!handle) return null;
  if ((await handle.stat()).size === size) return handle;
  await handle.close();
  return null;
}

/** SHA-256 of a file, read piece by piece into the same few bytes of memory. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafeSlow(256 * 1024);
  const handle = await open(file, "r");
  try {
    for (let read = await readInto(handle, piece); read > 0; read = await readInto(handle, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    await handle.close();
  }
  return hash.digest("hex");
}

const readInto = async (handle: FileHandle, piece: Buffer): Promise<number> =>
  (await handle.read(piece, 0, piece.length)).bytesRead;

/** Written beside, synced, then moved into place: under a file's name its bytes are whole or not there. */
export async function writeBytes(sha256: string, bytes: Buffer, now: number): Promise<void> {
  const place = pathOf(sha256);
  const at = now / 1000;
  // What is there already is as if it came now, so that the sweeper leaves it; it may be gone before that.
  if (hasBytes({ sha256, size: bytes.length })) {
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
  await sync(path.dirname(place));
}

/** Puts bytes in their place at once, within a transaction. */
export function putBytes(sha256: string, from: Buffer | string): void {
  mkdirSync(path.dirname(pathOf(sha256)), { recursive: true });
  if (typeof from === "string") renameSync(from, pathOf(sha256));
  else writeFileSync(pathOf(sha256), from, { flush: true });
}

/** What stands in a file, or which names a folder holds, is on the disk once this is done. */
export async function sync(fileOrFolder: string): Promise<void> {
  const handle = await open(fileOrFolder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
