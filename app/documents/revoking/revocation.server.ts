import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { documents } from "#drizzle/schema/documents";
import { signingKeys } from "#drizzle/schema/signing-keys";
import type { ScopedContext } from "~/people/roles/permission.server";
import { foldCode, LONGEST_SEARCH } from "~/platform/text/fold";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/http/responses.server";
import { type DocumentRow, summarize } from "~/documents/issuing/document.server";
import { holdsPrivateWords } from "~/documents/issuing/document-kind";
import type { DocumentRefusal } from "~/documents/issuing/refusal";
import { verify } from "~/documents/checking/verification.server";
import { contains } from "~/platform/database/contains.server";
import { rowOf } from "~/platform/database/rows.server";

/**
 * A document that one of the actor's providers issued, with what the public may know of it. Audited (P5).
 * @throws Response 404 for others
 */
export function getIssuedDocument(ctx: ScopedContext, documentId: string) {
  const row = findIssuedDocument(ctx, documentId);
  if (!row) throw notFound();
  return { row, summary: summarize(row), verification: verify(ctx.db, row) };
}

/** The same without what surrounds it; null for others. Audited (P5). */
export function findIssuedDocument(ctx: ScopedContext, documentId: string): DocumentRow | null {
  const row = findIssued(ctx.db, ctx, documentId);
  if (row) recordReading(ctx, { action: "document.read", subjectId: row.id, personIds: [row.personId] });
  return row;
}

/** The file of such a document for a registrar; null for others, and where it holds what somebody wrote for themselves (P2). */
export function findIssuedFile(ctx: ScopedContext, documentId: string): DocumentRow | null {
  const row = findIssued(ctx.db, ctx, documentId);
  return row && !holdsPrivateWords(row.kind) ? findIssuedDocument(ctx, documentId) : null;
}

/**
 * The registrar says that a document is not to be relied on, and why; the public page repeats both (D5). It cannot be
 * taken back, and what says exactly the same is not issued again.
 */
export function revokeDocument(
  ctx: ScopedContext,
  { documentId, reason }: { documentId: string; reason: string },
): Outcome<DocumentRow, DocumentRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const row = findIssued(tx, ctx, documentId);
    if (!row) return refuse("unknown-document");
    if (row.revokedAt !== null) return refuse("already-revoked");
    const revoked = rowOf(
      tx
        .update(documents)
        .set({ revokedAt: ctx.now, revokedReason: reason, revokedBy: ctx.actor.personId })
        .where(eq(documents.id, row.id))
        .returning(),
      `document ${row.id}`,
    );
    recordAudit(tx, ctx, {
      action: "document.revoked",
      subjectId: row.id,
      personId: row.personId,
      detail: { reason },
    });
    return ok(revoked);
  });
}

function findIssued(db: Reader, { scopeIds }: ScopedContext, documentId: string): DocumentRow | null {
  const found = db
    .select({ document: documents })
    .from(documents)
    .innerJoin(signingKeys, eq(signingKeys.id, documents.keyId))
    .where(and(eq(documents.id, documentId), isIssuedBy(scopeIds)))
    .get();
  return found?.document ?? null;
}

/** Condition on the key: documents that these providers issued. */
export const isIssuedBy = (providerIds: readonly string[]) => inArray(signingKeys.ownerId, [...providerIds]);

/** Shorter parts of names would find documents by chance. */
const SHORTEST_CODE_PART = 4;

/**
 * Condition on `documents`: the code holds these characters somewhere, whatever blanks and dashes stand in what was typed. Codes are looked
 * through in their index, and documents read where they fit.
 */
export function hasCode(typed: string): SQL {
  const bare = foldCode(typed.slice(0, LONGEST_SEARCH));
  if (bare.length < SHORTEST_CODE_PART) return sql`0`;
  const fits = contains(sql`replace(${documents.code}, '-', '')`, bare);
  return sql`${documents}.rowid in (select rowid from ${documents} where ${fits})`;
}
