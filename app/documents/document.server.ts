import { and, desc, eq } from "drizzle-orm";
import { documentFiles, documents } from "#drizzle/schema/documents";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database.server";
import { type DocumentSummary, stateOf } from "./document-state";
import { transcriptParameters, totalsOf } from "./transcript-parameters";

type DocumentRow = typeof documents.$inferSelect;

/** The actor's own document; null when it is not theirs or does not exist. */
export function findOwnDocument(ctx: ActorContext, documentId: string): DocumentRow | null {
  const mine = and(eq(documents.id, documentId), eq(documents.personId, ctx.actor.personId));
  return ctx.db.select().from(documents).where(mine).get() ?? null;
}

/** The stored file of a document (D5). */
export function readDocumentFile(db: Reader, documentId: string): Buffer {
  const row = db.select().from(documentFiles).where(eq(documentFiles.documentId, documentId)).get();
  if (!row) throw new Error(`Document ${documentId} has no file.`);
  return row.bytes;
}

/** A person's issued transcripts, newest first. */
export function listTranscripts(db: Reader, personId: string): DocumentRow[] {
  return db
    .select()
    .from(documents)
    .where(and(eq(documents.personId, personId), eq(documents.kind, "transcript")))
    .orderBy(desc(documents.issuedAt), desc(documents.id))
    .all();
}

/** A transcript as lists show it. */
export function summarize(row: DocumentRow): DocumentSummary {
  const { period, lines } = transcriptParameters.parse(JSON.parse(row.parameters));
  return {
    id: row.id,
    code: row.code,
    issuedAt: row.issuedAt,
    period,
    lines: lines.length,
    minutes: totalsOf(lines).minutes,
    state: stateOf(row),
  };
}
