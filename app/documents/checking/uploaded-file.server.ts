import { eq } from "drizzle-orm";
import { z } from "zod";
import { documents } from "#drizzle/schema/documents";
import { sha256 } from "~/platform/secrets/codes.server";
import type { Reader } from "~/platform/database/database.server";
import { readFields } from "~/platform/http/form.server";
import { DOCUMENT_BYTES } from "~/platform/http/body-limit";
import { readUntrusted, untrustedReader } from "~/platform/untrusted/door.server";
import { holdsPrivateContact } from "~/documents/issuing/document-kind";
import type { FileCheck } from "./file-check";
import { compareFile } from "./file-check.server";
import { listPublishedKeys } from "~/documents/signing/published-keys.server";
import type { PublishedKey } from "~/documents/signing/signed-data";
import type { CheckedFile } from "./uploaded-file";
import { findByCode, verify } from "./verification.server";

const uploadForm = z.object({ file: z.array(z.instanceof(File)) });

const FILE_CHECK = untrustedReader<{ pdf: Uint8Array; keys: PublishedKey[] }, FileCheck>(
  "app/documents/checking/file-check-reader.server.ts",
);

/** A file as somebody sent it. */
export interface NamedFile {
  name: string;
  bytes: Buffer;
}

/**
 * The files of a posted form, at most so many.
 * @throws Response 400 when there is none or there are too many, 413 when one is too large
 */
export async function readUploads(request: Request, most: number): Promise<[NamedFile, ...NamedFile[]]> {
  const fields = await readFields(request, uploadForm);
  const found = fields.getAll("file").filter((entry): entry is File => entry instanceof File);
  const files = found.filter((file) => file.size > 0);
  const [first, ...others] = files;
  if (!first || files.length > most) {
    throw new Response(`Choose between 1 and ${most} files.`, { status: 400 });
  }
  if (files.some((file) => file.size > DOCUMENT_BYTES)) throw tooLarge();
  return [await readFile(first), ...(await Promise.all(others.map(readFile)))];
}

const readFile = async (file: File): Promise<NamedFile> => ({
  name: file.name,
  bytes: Buffer.from(await file.arrayBuffer()),
});

const tooLarge = () => new Response("A file is larger than any document issued here.", { status: 413 });

/** Whether a file is, bit by bit, one that was issued here. */
export const isIssuedHere = (db: Reader, bytes: Buffer): boolean =>
  db
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.fileHash, sha256(bytes)))
    .get() !== undefined;

/** Says of a file whether it is, bit by bit, what one of these keys signed, whoever issued it: nothing here is asked about it. */
export const checkWithKeys = (bytes: Buffer, keys: PublishedKey[]) => readUntrusted(FILE_CHECK, { pdf: bytes, keys });

/**
 * Says of a file whether it is, bit by bit, one that was issued here, and whether that one stands (D5). Where it is about a
 * document with a private contact, that is all: no digest comes back, neither the file's nor the one on record (P3).
 */
export async function checkUpload(db: Reader, { name, bytes }: NamedFile): Promise<CheckedFile> {
  const issued = db
    .select()
    .from(documents)
    .where(eq(documents.fileHash, sha256(bytes)))
    .get();
  const nothing = { name, problems: [], differences: [], verification: null, codes: [] };
  if (issued) return { ...nothing, verdict: "genuine", verification: verify(db, issued) };
  const read = await readUntrusted(FILE_CHECK, { pdf: bytes, keys: listPublishedKeys(db) });
  if (!read.ok) return { ...nothing, verdict: "unchecked", problems: [read.reason] };
  const check = read.value;
  if (check.codes.length > 1) return { ...nothing, verdict: "several", codes: check.codes };
  const named = check.code ? findByCode(db, check.code) : null;
  const whole = named && compareFile(bytes, named.fileHash);
  const isPrivate = [named?.kind, check.document?.kind].some((kind) => kind && holdsPrivateContact(kind));
  return {
    ...nothing,
    verdict: named || check.verdict !== "unknown" ? "altered" : "unknown",
    problems: check.problems,
    differences: isPrivate ? [] : [...(whole ? [whole] : []), ...check.differences],
    verification: named && verify(db, named),
  };
}
