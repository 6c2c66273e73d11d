import { and, count, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { documents } from "#drizzle/schema/documents";
import { persons } from "#drizzle/schema/people";
import { signingKeys } from "#drizzle/schema/signing-keys";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { EVERY_PART, isNamedBy } from "~/people/persons/person-names.server";
import { foldCode, LONGEST_SEARCH } from "~/platform/text/fold";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { notFound, PAGE_SIZE } from "~/platform/http/responses.server";
import { type DocumentRow, summarize } from "./document.server";
import type { DocumentRefusal } from "./refusal";
import { verify } from "~/documents/checking/verification.server";
import { contains } from "~/platform/database/contains.server";
import { countOf, rowOf } from "~/platform/database/rows.server";

/** One page of the documents that the actor's providers issued, newest first; found by code or by name. Audited (P5). */
export function listIssuedDocuments(ctx: ScopedContext, { q, page }: { q: string; page: number }) {
  const where = and(isIssuedBy(ctx.scopeIds), matches(q));
  const found = ctx.db
    .select({ document: documents, person: persons })
    .from(documents)
    .innerJoin(persons, eq(persons.id, documents.personId))
    .innerJoin(signingKeys, eq(signingKeys.id, documents.keyId))
    .where(where);
  const rows = found
    .orderBy(desc(documents.issuedAt), desc(documents.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .all();
  const total = countOf(
    ctx.db
      .select({ count: count() })
      .from(documents)
      .innerJoin(persons, eq(persons.id, documents.personId))
      .innerJoin(signingKeys, eq(signingKeys.id, documents.keyId))
      .where(where),
  );
  recordReading(ctx, {
    action: "documents.listed",
    subjectId: "issued",
    personIds: rows.map(({ person }) => person.id),
    detail: { q, page },
  });
  return {
    total,
    rows: rows.map(({ document, person }) => ({
      ...summarize(document),
      personId: person.id,
      name: staffNameOf(person),
    })),
  };
}

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

/** Every word of a name, or part of the code, however it is grouped. */
function matches(q: string) {
  const named = isNamedBy(documents.personId, q, EVERY_PART);
  return named && or(hasCode(q), named);
}

/** Shorter parts of names would find documents by chance. */
const SHORTEST_CODE_PART = 4;

/** Condition: the code holds these characters somewhere, whatever blanks and dashes stand in what was typed. */
export function hasCode(typed: string): SQL {
  const bare = foldCode(typed.slice(0, LONGEST_SEARCH));
  return bare.length < SHORTEST_CODE_PART ? sql`0` : contains(sql`replace(${documents.code}, '-', '')`, bare);
}
