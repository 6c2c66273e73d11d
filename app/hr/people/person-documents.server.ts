import { and, desc, eq, isNull } from "drizzle-orm";
import { documents } from "#drizzle/schema/documents";
import { holdsPrivateContact } from "~/documents/issuing/document-kind";
import type { DocumentRow } from "~/documents/issuing/document.server";
import { daysOn, readParameters } from "~/documents/issuing/document-parameters";
import { listAffiliationsWithin } from "~/hr/hr-scope.server";
import { affiliationOn, type AffiliationDates } from "~/people/affiliations/affiliation-dates";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inReading, type Reader } from "~/platform/database/database.server";
import { logger } from "~/platform/logging/logger.server";

/**
 * A document that HR may open: all that it shows was completed while the person belonged to an organisation of the
 * actor (S1), and no private contact stands on it (P3). Null otherwise. Looking is audited (P5).
 */
export function findDocumentInScope(ctx: ScopedContext, documentId: string): DocumentRow | null {
  return inReading(ctx.db, (tx) => {
    const row = tx.select().from(documents).where(eq(documents.id, documentId)).get();
    if (!row || holdsPrivateContact(row.kind)) return null;
    if (!isInScope(row, listAffiliationsWithin(tx, row.personId, ctx.scopeIds))) return null;
    recordReading(ctx, { action: "hr.document-read", subjectId: row.id, personIds: [row.personId] });
    return row;
  });
}

/** None for a document that cannot be read any more: then nobody but the person has it in scope. */
function daysOf(row: Pick<DocumentRow, "parameters">): string[] {
  try {
    return daysOn(readParameters(row));
  } catch (error) {
    logger.error({ err: error }, "A stored document could not be read");
    return [];
  }
}

/** S1: whether all that a document shows was completed within these affiliations. */
export function isInScope(row: Pick<DocumentRow, "parameters">, affiliations: readonly AffiliationDates[]): boolean {
  const days = daysOf(row);
  return days.length > 0 && days.every((day) => affiliationOn(affiliations, day) !== undefined);
}

/** Transcripts that stand, the latest first, of which all lies within these affiliations (S1). */
export function listTranscriptsWithin(
  tx: Reader,
  personId: string,
  affiliations: readonly AffiliationDates[],
): DocumentRow[] {
  return tx
    .select()
    .from(documents)
    .where(and(eq(documents.personId, personId), eq(documents.kind, "transcript"), isNull(documents.supersededById)))
    .orderBy(desc(documents.issuedAt), desc(documents.id))
    .all()
    .filter((row) => isInScope(row, affiliations));
}
