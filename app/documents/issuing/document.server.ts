import { and, desc, eq, inArray } from "drizzle-orm";
import { documentFiles, documents } from "#drizzle/schema/documents";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { type DocumentParameters, readParameters } from "./document-parameters";
import type { DocumentKind } from "./document-kind";
import { type DocumentSummary, stateOf } from "./document-state";
import { describePeriodShortly, describeWindow } from "./period-words";
import { totalsOf } from "./transcript-parameters";

export type DocumentRow = typeof documents.$inferSelect;

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

/** A person's issued documents of some kinds, newest first. */
export function listDocuments(db: Reader, personId: string, kinds: readonly DocumentKind[]): DocumentRow[] {
  return db
    .select()
    .from(documents)
    .where(and(eq(documents.personId, personId), inArray(documents.kind, [...kinds])))
    .orderBy(desc(documents.issuedAt), desc(documents.id))
    .all();
}

/** The documents issued for one claim's credit, newest first. */
export function listCreditDocuments(db: Reader, basis: string): DocumentRow[] {
  return db
    .select()
    .from(documents)
    .where(inArray(documents.series, [`certificate:${basis}`, `registration-form:${basis}`]))
    .orderBy(desc(documents.issuedAt), desc(documents.id))
    .all();
}

/** A document as lists show it. */
export function summarize(row: DocumentRow): DocumentSummary {
  const parameters = readParameters(row);
  return {
    id: row.id,
    kind: row.kind,
    code: row.code,
    issuedAt: row.issuedAt,
    holds: describeContents(parameters),
    lines: parameters.lines.length,
    minutes: totalsOf(parameters.lines).minutes,
    state: stateOf(row),
  };
}

/** How a document is named when it is saved. */
export function fileNameOf(row: Pick<DocumentRow, "kind" | "code">): string {
  return `${row.kind}-${row.code}.pdf`;
}

function describeContents(parameters: DocumentParameters): string {
  if (parameters.kind === "renewal-summary") return describeWindow(parameters.window);
  if (parameters.kind === "growth-plan") return `Growth plan ${parameters.year}`;
  if (parameters.kind !== "transcript") return parameters.lines[0].courseTitle;
  const period = describePeriodShortly(parameters.period);
  return parameters.designation ? `${period}, ${parameters.designation}` : period;
}
