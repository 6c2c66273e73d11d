import { storedFiles } from "#drizzle/schema/files";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { FILE_BYTES } from "~/platform/http/body-limit";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { sha256 } from "~/platform/secrets/codes.server";
import { hasBytes, putBytes, writeBytes } from "./bytes.server";
import type { FileRefusal } from "./file-refusal";
import { findFileType } from "./file-type";
import { extensionFor, type FileType } from "./kept-type";

export type StoredFile = Pick<typeof storedFiles.$inferSelect, "sha256" | "size" | "contentType">;

/** A file whose bytes are on the disk and that no row names yet: `keepFile` follows, in a transaction. */
export interface ReceivedFile extends StoredFile {
  /** What its name ends in, without a dot. */
  extension: string;
  type: FileType;
  bytes: Buffer;
}

/** A file that came in pieces and lies whole where those were put together. */
export interface AssembledFile extends StoredFile {
  path: string;
}

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
  return ok({ sha256: hash, size: bytes.length, contentType, extension: extensionFor(type, file.name), type, bytes });
}

/**
 * Keeps a received file on record, in the transaction of whatever names it. Its bytes may have been swept away since they
 * were received, if the same file was of no use for a day until now: the sweeper holds the same lock, so this sees it.
 */
export function keepFile(tx: Transaction, ctx: Context, file: ReceivedFile | AssembledFile): void {
  const { sha256: hash, size, contentType } = file;
  if (!hasBytes(file)) putBytes(hash, "path" in file ? file.path : file.bytes);
  tx.insert(storedFiles)
    .values({ sha256: hash, size, contentType, keptAt: ctx.now })
    .onConflictDoUpdate({ target: storedFiles.sha256, set: { unnamedAt: null } })
    .run();
}
