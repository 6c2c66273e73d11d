import { readFile } from "node:fs/promises";
import { and, asc, eq, inArray } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { offeringMessageFiles } from "#drizzle/schema/materials";
import { offeringMessages } from "#drizzle/schema/registration";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { pathOf } from "~/platform/files/bytes.server";
import { safeFileName } from "~/platform/files/file-name";
import type { FileRefusal } from "~/platform/files/file-refusal";
import { keepFile, type ReceivedFile, receiveFile } from "~/platform/files/file-store.server";
import type { Attachment } from "~/platform/mail/mail-transport.server";
import { ok, type Outcome } from "~/platform/outcome";

/** A kept file under the name that it was sent with. */
export interface MessageFile {
  fileHash: string;
  name: string;
}

/**
 * Keeps the files that are to go with a message, before it is started: until then, and if it is called off, nothing names
 * them, and the sweeper takes them after a day.
 */
export async function keepMessageFiles(
  ctx: Context,
  files: readonly File[],
): Promise<Outcome<MessageFile[], FileRefusal>> {
  const received: { file: ReceivedFile; name: string }[] = [];
  for (const each of files) {
    const outcome = await receiveFile(ctx, each);
    if (!outcome.ok) return outcome;
    const stem = each.name.replace(/\.[^.]*$/, "");
    received.push({ file: outcome.value, name: safeFileName(stem, outcome.value.extension) });
  }
  inTransaction(ctx.db, (tx) => {
    for (const { file } of received) keepFile(tx, ctx, file);
  });
  return ok(received.map(({ file, name }) => ({ fileHash: file.sha256, name })));
}

/** Notes which files went with a message, in its transaction. */
export function nameMessageFiles(tx: Transaction, messageId: string, files: readonly MessageFile[]): void {
  for (const [position, file] of files.entries())
    tx.insert(offeringMessageFiles)
      .values({ messageId, position, ...file })
      .run();
}

/** The files of messages, in their order, by the message. */
export function listMessageFiles(db: Reader, messageIds: readonly string[]) {
  const rows = db
    .select({
      messageId: offeringMessageFiles.messageId,
      position: offeringMessageFiles.position,
      name: offeringMessageFiles.name,
      size: storedFiles.size,
    })
    .from(offeringMessageFiles)
    .innerJoin(storedFiles, eq(storedFiles.sha256, offeringMessageFiles.fileHash))
    .where(inArray(offeringMessageFiles.messageId, [...messageIds]))
    .orderBy(asc(offeringMessageFiles.position))
    .all();
  return Map.groupBy(rows, ({ messageId }) => messageId);
}

/** One file of a message, with the offering whose people it went to; null when there is none. */
export function findMessageFile(db: Reader, messageId: string, position: number) {
  return (
    db
      .select({ file: storedFiles, name: offeringMessageFiles.name, offeringId: offeringMessages.offeringId })
      .from(offeringMessageFiles)
      .innerJoin(storedFiles, eq(storedFiles.sha256, offeringMessageFiles.fileHash))
      .innerJoin(offeringMessages, eq(offeringMessages.id, offeringMessageFiles.messageId))
      .where(and(eq(offeringMessageFiles.messageId, messageId), eq(offeringMessageFiles.position, position)))
      .get() ?? null
  );
}

/**
 * The files of a message as a mail carries them.
 * @throws Error when the bytes of one are not on the disk: the mail waits, and is tried again
 */
export async function attachMessageFiles(db: Reader, messageId: string): Promise<Attachment[]> {
  const rows = db
    .select({ file: storedFiles, name: offeringMessageFiles.name })
    .from(offeringMessageFiles)
    .innerJoin(storedFiles, eq(storedFiles.sha256, offeringMessageFiles.fileHash))
    .where(eq(offeringMessageFiles.messageId, messageId))
    .orderBy(asc(offeringMessageFiles.position))
    .all();
  return Promise.all(
    rows.map(async ({ file, name }) => ({
      filename: name,
      content: await readFile(pathOf(file.sha256)),
      contentType: file.contentType,
    })),
  );
}
