import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { documentFiles, documents } from "#drizzle/schema/documents";
import { recordAudit } from "~/platform/audit.server";
import { canonicalJson } from "~/platform/canonical-json";
import { newCode, sha256 } from "~/platform/codes.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database.server";
import { origin } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf } from "~/platform/time-zone";
import { CODE_LENGTH, groupCode } from "./document-code";
import type { DocumentRefusal } from "./refusal";
import { hashContent, takeTranscriptContent, type Period, type TranscriptContent } from "./transcript-content.server";
import { transcriptParameters } from "./transcript-parameters";
import { renderTranscript } from "./transcript-pdf.server";

export type IssuedDocument = typeof documents.$inferSelect;

/** How often issuing starts over when the ledger changes while the PDF is drawn. */
const ATTEMPTS = 3;

interface IssueInput {
  personId: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
}

/**
 * Issues the transcript of one's own credits, all or completed within two dates (D2, D3, D5). What says the same as one
 * issued before is that one; what says something new supersedes the earlier transcript of the same period. The system
 * itself, as in the demo's seed, may issue anybody's.
 */
export async function issueTranscript(
  ctx: Context,
  input: IssueInput,
): Promise<Outcome<IssuedDocument, DocumentRefusal>> {
  const { personId } = input;
  const period = { from: input.from ?? null, to: input.to ?? null };
  if (ctx.actor && ctx.actor.personId !== personId) return refuse("unknown-person");
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const taken = takeTranscriptContent(ctx.db, ctx.now, personId, period);
    if (!taken) return refuse("unknown-person");
    if (taken.content.lines.length === 0) return refuse("no-credits");
    const existing = findSame(ctx.db, personId, hashContent(taken.content));
    if (existing) return reissue(ctx, existing, period);
    // Drawn before the transaction, which must not wait for it.
    const draft = await draw(ctx, personId, taken.content, taken.timeZone);
    const stored = inTransaction(ctx.db, (tx) => store(tx, ctx, draft, period));
    if (stored) return stored;
  }
  return refuse("changed-meanwhile");
}

interface Draft {
  row: typeof documents.$inferInsert;
  bytes: Buffer;
}

async function draw(ctx: Context, personId: string, content: TranscriptContent, timeZone: string): Promise<Draft> {
  const code = groupCode(newCode(CODE_LENGTH));
  const parameters = transcriptParameters.parse({
    ...content,
    code,
    verificationUrl: `${origin}/verify/${code}`,
    issuedOn: dateOf(ctx.now, timeZone),
  });
  const bytes = await renderTranscript(parameters);
  const row = {
    id: newId(),
    kind: "transcript" as const,
    personId,
    code,
    parameters: canonicalJson(parameters),
    contentHash: hashContent(content),
    fileHash: sha256(bytes),
    issuedAt: ctx.now,
    issuedBy: ctx.actor?.personId ?? null,
  };
  return { row, bytes };
}

/** Stores a drawn transcript; null when the ledger says something else by now. */
function store(
  tx: Transaction,
  ctx: Context,
  { row, bytes }: Draft,
  period: Period,
): Outcome<IssuedDocument, DocumentRefusal> | null {
  const now = takeTranscriptContent(tx, ctx.now, row.personId, period);
  if (!now || hashContent(now.content) !== row.contentHash) return null;
  const [inserted] = tx.insert(documents).values(row).onConflictDoNothing().returning().all();
  // Somebody pressed twice: the other request's file is the document.
  if (!inserted) return ok(findSame(tx, row.personId, row.contentHash)!);
  tx.insert(documentFiles).values({ documentId: inserted.id, bytes }).run();
  recordAudit(tx, ctx, {
    action: "document.issued",
    subjectId: inserted.id,
    personId: inserted.personId,
    detail: { kind: inserted.kind, fileHash: inserted.fileHash },
  });
  supersedeOthers(tx, ctx, inserted, period);
  return ok(inserted);
}

/** Gives out a document again; one that had been superseded says what is true once more, and is current again. */
function reissue(ctx: Context, document: IssuedDocument, period: Period): Outcome<IssuedDocument, DocumentRefusal> {
  if (document.revokedAt !== null) return refuse("revoked");
  if (document.supersededById === null) return ok(document);
  return inTransaction(ctx.db, (tx) => {
    tx.update(documents).set({ supersededById: null }).where(eq(documents.id, document.id)).run();
    recordAudit(tx, ctx, { action: "document.reinstated", subjectId: document.id, personId: document.personId });
    supersedeOthers(tx, ctx, document, period);
    return ok({ ...document, supersededById: null });
  });
}

function supersedeOthers(tx: Transaction, ctx: Context, document: IssuedDocument, period: Period): void {
  const others = tx
    .select()
    .from(documents)
    .where(
      and(
        eq(documents.personId, document.personId),
        eq(documents.kind, document.kind),
        isNull(documents.supersededById),
        ne(documents.id, document.id),
      ),
    )
    .all();
  for (const other of others.filter((each) => isOfPeriod(each, period))) {
    tx.update(documents).set({ supersededById: document.id }).where(eq(documents.id, other.id)).run();
    recordAudit(tx, ctx, {
      action: "document.superseded",
      subjectId: other.id,
      personId: other.personId,
      detail: { by: document.id },
    });
  }
}

function isOfPeriod(document: IssuedDocument, { from, to }: Period): boolean {
  const { period } = transcriptParameters.parse(JSON.parse(document.parameters));
  return (period?.from ?? null) === from && (period?.to ?? null) === to;
}

function findSame(db: Reader, personId: string, contentHash: string): IssuedDocument | null {
  const same = and(
    eq(documents.personId, personId),
    eq(documents.kind, "transcript"),
    eq(documents.contentHash, contentHash),
  );
  return db.select().from(documents).where(same).orderBy(desc(documents.id)).get() ?? null;
}
