import { readFile } from "node:fs/promises";
import { and, asc, eq, lte } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { messageDraftFiles } from "#drizzle/schema/message-templates";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { pathOf } from "~/platform/files/bytes.server";
import { ATTACHMENTS_BYTES } from "~/platform/http/body-limit";
import type { Attachment } from "~/platform/mail/mail-transport.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { MessageFile } from "./message-files.server";
import { MOST_FILES } from "./message-form";

const DAY_MS = 86_400_000;

const draftOf = (personId: string, nonce: string) =>
  and(eq(messageDraftFiles.personId, personId), eq(messageDraftFiles.nonce, nonce));

/** The files that came with earlier posts of a message in writing, by the person who writes it and the form's nonce. */
export function listDraftFiles(db: Reader, personId: string, nonce: FormDataEntryValue | null) {
  if (typeof nonce !== "string") return [];
  const { position, name, fileHash } = messageDraftFiles;
  return db
    .select({ position, name, fileHash, size: storedFiles.size })
    .from(messageDraftFiles)
    .innerJoin(storedFiles, eq(storedFiles.sha256, fileHash))
    .where(draftOf(personId, nonce))
    .orderBy(asc(position))
    .all();
}

/**
 * Keeps the files of a message in writing: of those that came before the ones that are still ticked, and the new ones.
 * Nobody but the one who writes reaches them.
 */
export function keepDraftFiles(
  ctx: ActorContext,
  nonce: string,
  { kept, added: received }: { kept: readonly number[]; added: readonly MessageFile[] },
): Outcome<ReturnType<typeof listDraftFiles>, "too-many-files" | "files-too-large"> {
  const { personId } = ctx.actor;
  return inTransaction(ctx.db, (tx) => {
    const before = listDraftFiles(tx, personId, nonce);
    // The same post once more brings the same files.
    const isNew = (file: MessageFile) =>
      !before.some(({ fileHash, name }) => fileHash === file.fileHash && name === file.name);
    const added = received.filter(isNew);
    const next = Math.max(-1, ...before.map(({ position }) => position)) + 1;
    const came = (file: MessageFile) =>
      received.some((each) => each.fileHash === file.fileHash && each.name === file.name);
    const staying = before.filter((file) => kept.includes(file.position) || came(file));
    if (staying.length + added.length > MOST_FILES) return refuse("too-many-files");
    const bytes = [...staying, ...added].reduce((sum, { fileHash }) => sum + getFile(tx, fileHash).size, 0);
    if (bytes > ATTACHMENTS_BYTES) return refuse("files-too-large");
    for (const { position } of before.filter((file) => !staying.includes(file)))
      tx.delete(messageDraftFiles)
        .where(and(draftOf(personId, nonce), eq(messageDraftFiles.position, position)))
        .run();
    for (const [index, { fileHash, name }] of added.entries())
      tx.insert(messageDraftFiles)
        .values({ personId, nonce, position: next + index, fileHash, name, keptAt: ctx.now })
        .run();
    return ok(listDraftFiles(tx, personId, nonce));
  });
}

/** Forgets the files of a message in writing, once it is sent. */
export function forgetDraftFiles(tx: Transaction, ctx: ActorContext, nonce: string): void {
  tx.delete(messageDraftFiles).where(draftOf(ctx.actor.personId, nonce)).run();
}

/** Forgets the files of messages that nobody sent for a day. Returns how many were forgotten. */
export function forgetOldDraftFiles(ctx: Context): number {
  return ctx.db
    .delete(messageDraftFiles)
    .where(lte(messageDraftFiles.keptAt, ctx.now - DAY_MS))
    .run().changes;
}

/**
 * Files as the mail of a test carries them, by their hashes and names.
 * @throws Error when one is not on record any more, or its bytes are not on the disk
 */
export const attachFiles = (db: Reader, files: readonly MessageFile[]): Promise<Attachment[]> =>
  Promise.all(
    files.map(async ({ fileHash, name }) => ({
      filename: name,
      content: await readFile(pathOf(fileHash)),
      contentType: getFile(db, fileHash).contentType,
    })),
  );

const getFile = (db: Reader, fileHash: string) =>
  rowOf(db.select().from(storedFiles).where(eq(storedFiles.sha256, fileHash)), `file ${fileHash}`);
