import { and, eq, inArray } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { outsideHours } from "#drizzle/schema/renewal/outside";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext, Context } from "~/platform/context";
import { receiveFile, type StoredFile } from "~/platform/files/file-store.server";
import { fitsName } from "~/platform/files/kept-type";
import type { FileRefusal } from "~/platform/files/file-refusal";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { Evidence } from "./outside-hours.server";

/** Looks at a file that is to prove something; null where none was chosen. */
export async function receiveEvidence(
  ctx: Context,
  file: unknown,
): Promise<Outcome<Evidence | null, FileRefusal | "name-differs">> {
  if (!(file instanceof File) || (file.size === 0 && file.name === "")) return ok(null);
  const received = await receiveFile(ctx, file);
  if (!received.ok) return received;
  return fitsName(received.value.type, file.name)
    ? ok({ file: received.value, name: file.name })
    : refuse("name-differs");
}

interface NamedFile {
  file: StoredFile;
  name: string;
}

/** What proves an entry of the actor's own; null where nothing does. */
export function findMyEvidence({ db, actor }: ActorContext, id: string): NamedFile | null {
  const row = selectFile(db)
    .where(and(eq(outsideHours.id, id), eq(outsideHours.personId, actor.personId)))
    .get();
  return row ? { file: row.file, name: row.name ?? "file" } : null;
}

/** What proves an entry that was sent to the actor's providers; null for any other. Looking is audited (P5). */
export function findSentEvidence(ctx: ScopedContext, id: string): NamedFile | null {
  const row = selectFile(ctx.db)
    .where(and(eq(outsideHours.id, id), inArray(outsideHours.providerId, ctx.scopeIds)))
    .get();
  if (!row) return null;
  recordReading(ctx, { action: "outside-hours.file-read", subjectId: id, personIds: [row.personId] });
  return { file: row.file, name: row.name ?? "file" };
}

const selectFile = (db: Context["db"]) =>
  db
    .select({ file: storedFiles, name: outsideHours.fileName, personId: outsideHours.personId })
    .from(outsideHours)
    .innerJoin(storedFiles, eq(storedFiles.sha256, outsideHours.fileHash));
