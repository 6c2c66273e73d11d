import { openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { BoundPart } from "~/documents/binding/bound-part";
import { type DocumentRow, readDocumentFile } from "~/documents/issuing/document.server";
import { DOCUMENT_REFUSALS, type DocumentRefusal } from "~/documents/issuing/refusal";
import type { ActorContext } from "~/platform/context";
import { hasBytes, hashOf, pathOf } from "~/platform/files/bytes.server";
import type { StoredFile } from "~/platform/files/file-store.server";
import { logger } from "~/platform/logging/logger.server";
import type { Outcome } from "~/platform/outcome";
import { sha256 } from "~/platform/secrets/codes.server";
import { readUntrusted, untrustedReader } from "~/platform/untrusted/door.server";

/** A file for the pack, before it is made: what it shows, and how it comes about. */
export interface WantedFile {
  /** The source that it is for; null for one about all of them. */
  sourceId: string | null;
  title: string;
  /** Plain date. */
  on: string;
  make: (ctx: ActorContext) => Promise<PackedFile | { missing: string }>;
}

/** A file that was made, or read, and is what its digest says. */
export interface PackedFile {
  /** Empty for what is no document of ours. */
  code: string;
  extension: string;
  /** As pages of the one PDF; null for a file apart. */
  part: BoundPart | null;
  /** What stands in the ZIP. */
  input: Uint8Array | Blob;
}

/** The stored bytes of a document, if they are those that were issued (D5). */
export function readIssued(
  ctx: ActorContext,
  title: string,
  issued: Outcome<DocumentRow, DocumentRefusal>,
): PackedFile | { missing: string } {
  if (!issued.ok) return { missing: `${title}: ${DOCUMENT_REFUSALS[issued.reason]}` };
  const { id, code, fileHash } = issued.value;
  const bytes = readDocumentFile(ctx.db, id);
  if (sha256(bytes) !== fileHash) {
    logger.error({ document: id }, "A stored document is not what was issued");
    return { missing: `${title}: the stored file is not what was issued. Tell the registrar.` };
  }
  return { code, extension: "pdf", part: { type: "application/pdf", bytes }, input: bytes };
}

/** A larger file stands in the ZIP alone: it would make the one PDF too large to send. */
const MOST_BOUND = 8 * 1024 * 1024;

const BOUND_TYPES = ["application/pdf", "image/png", "image/jpeg"] as const;

const PAGE_COUNT = untrustedReader<BoundPart, number>("app/documents/binding/page-count-reader.server.ts");

/** A file that somebody added, if its bytes are those that were kept. */
export async function readStored(
  title: string,
  { file, name }: { file: StoredFile; name: string },
): Promise<PackedFile | { missing: string }> {
  if (!hasBytes(file) || (await hashOf(pathOf(file.sha256))) !== file.sha256) {
    logger.error({ sha256: file.sha256 }, "A stored file is not what was kept");
    return { missing: `${title}: the stored file is damaged. Tell an administrator.` };
  }
  return {
    code: "",
    extension: path.extname(name).slice(1) || "file",
    part: await findPart(file),
    input: await openAsBlob(pathOf(file.sha256)),
  };
}

/** A file as pages of the bound one; null for what cannot be shown on pages, is too large, or cannot be read. */
async function findPart({ sha256: hash, size, contentType }: StoredFile): Promise<BoundPart | null> {
  const type = BOUND_TYPES.find((each) => each === contentType);
  if (!type || size > MOST_BOUND) return null;
  const part = { type, bytes: await readFile(pathOf(hash)) };
  const counted = await readUntrusted(PAGE_COUNT, part);
  return counted.ok && counted.value > 0 ? part : null;
}
