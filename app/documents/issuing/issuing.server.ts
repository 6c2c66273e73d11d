import { and, eq, isNull, ne } from "drizzle-orm";
import { documentFiles, documents } from "#drizzle/schema/documents";
import { recordAudit } from "~/platform/audit/audit.server";
import { canonicalJson } from "~/platform/canonical-json";
import { newCode, sha256 } from "~/platform/secrets/codes.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { logger } from "~/platform/logging/logger.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { UnopenableBox } from "~/platform/secrets/sealed-box.server";
import { getSigningKey, type SigningKey } from "~/platform/signing/signing-key.server";
import { dateOf } from "~/platform/time/time-zone";
import { CODE_LENGTH, groupCode } from "./document-code";
import { hashContent, type Taken } from "./document-content.server";
import type { DocumentKind } from "./document-kind";
import { type DocumentParameters, documentParameters } from "./document-parameters";
import { drawDocument } from "~/documents/drawing/drawing.server";
import type { DrawingJob } from "~/documents/drawing/drawing-job";
import { findImage } from "~/documents/letterhead/provider-image.server";
import type { DocumentRefusal } from "./refusal";
import { documentKeyOf } from "~/documents/signing/provider-keys.server";
import { rowOf } from "~/platform/database/rows.server";
import type { DocumentRow } from "./document.server";

/** How often issuing starts over when the ledger changes while the PDF is drawn. */
const ATTEMPTS = 3;

/** What is to be issued. */
export interface IssuePlan {
  personId: string;
  /** What it is the document of: a new one supersedes those of the same series. */
  series: string;
  /** What it would say now; null when there is nothing to say. */
  take: (db: Reader) => Taken | null;
  /** Who makes the file: this process, unless many are made at once. */
  draw?: ((job: DrawingJob) => Promise<Uint8Array>) | undefined;
}

/**
 * Issues a document (D5): what says the same as one issued before is that one, whoever asks and whenever (T9); what says
 * something new is a new stored file that supersedes the current one of its series.
 */
export async function issue(ctx: Context, plan: IssuePlan): Promise<Outcome<DocumentRow, DocumentRefusal>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const taken = plan.take(ctx.db);
    if (!taken) return refuse("no-credits");
    const contentHash = hashContent(taken.content);
    const existing = findSame(ctx.db, plan, taken.content.kind, contentHash);
    if (existing) return reissue(ctx, existing);
    const key = await openKey(ctx, taken);
    if (!key) return refuse("key-locked");
    // Drawn before the transaction, which must not wait for it.
    const parameters = freeze(ctx, taken, key);
    if (!parameters) return refuse("beyond-limits");
    const draft = await drawDraft(ctx, plan, { parameters, contentHash, kind: taken.content.kind }, key);
    const stored = inTransaction(ctx.db, (tx) => store(tx, ctx, plan, draft));
    if (stored) return stored;
  }
  return refuse("changed-meanwhile");
}

interface Draft {
  row: typeof documents.$inferInsert;
  bytes: Buffer;
}

async function openKey(ctx: Context, { providerId, content }: Taken): Promise<SigningKey | null> {
  try {
    return await getSigningKey(ctx, documentKeyOf({ id: providerId, name: content.provider.name }));
  } catch (error) {
    if (error instanceof UnopenableBox) return null;
    throw error;
  }
}

/** What the document will say for good; null where something of it is beyond what a document takes. */
function freeze(ctx: Context, { content, timeZone }: Taken, key: SigningKey): DocumentParameters | null {
  const code = groupCode(newCode(CODE_LENGTH));
  const frozen = documentParameters.safeParse({
    ...content,
    code,
    verificationUrl: `${origin}/verify/${code}`,
    issuedOn: dateOf(ctx.now, timeZone),
    keyId: key.id,
  });
  if (frozen.success) return frozen.data;
  const fields = frozen.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  logger.error({ kind: content.kind, fields }, "A document is beyond its limits");
  return null;
}

async function drawDraft(
  ctx: Context,
  plan: IssuePlan,
  { parameters, kind, contentHash }: { parameters: DocumentParameters; kind: DocumentKind; contentHash: string },
  key: SigningKey,
): Promise<Draft> {
  const seal = findImage(ctx.db, parameters.provider.seal);
  const signature = findImage(ctx.db, parameters.provider.signature);
  const bytes = Buffer.from(await (plan.draw ?? drawDocument)({ parameters, issuedAt: ctx.now, seal, signature, key }));
  const row = {
    id: newId(),
    kind,
    personId: plan.personId,
    series: plan.series,
    keyId: key.id,
    code: parameters.code,
    parameters: canonicalJson(parameters),
    contentHash,
    fileHash: sha256(bytes),
    issuedAt: ctx.now,
    issuedBy: ctx.actor?.personId ?? null,
  };
  return { row, bytes };
}

/** Stores a drawn document; null when the ledger says something else by now. */
function store(
  tx: Transaction,
  ctx: Context,
  plan: IssuePlan,
  { row, bytes }: Draft,
): Outcome<DocumentRow, DocumentRefusal> | null {
  const now = plan.take(tx);
  if (!now || hashContent(now.content) !== row.contentHash) return null;
  // Somebody pressed twice: the other request's file is the document.
  const same = findSame(tx, plan, row.kind, row.contentHash);
  if (same) return ok(same);
  supersedeOthers(tx, ctx, { id: row.id, personId: row.personId, series: plan.series });
  const inserted = rowOf(tx.insert(documents).values(row).returning(), `document ${row.id}`);
  tx.insert(documentFiles).values({ documentId: row.id, bytes }).run();
  recordAudit(tx, ctx, {
    action: "document.issued",
    subjectId: row.id,
    personId: row.personId,
    detail: { kind: row.kind, fileHash: row.fileHash },
  });
  return ok(inserted);
}

/** Gives out a document again; one that had been superseded says what is true once more, and is current again. */
function reissue(ctx: Context, document: DocumentRow): Outcome<DocumentRow, DocumentRefusal> {
  if (document.revokedAt !== null) return refuse("revoked");
  if (document.supersededById === null) return ok(document);
  return inTransaction(ctx.db, (tx) => {
    supersedeOthers(tx, ctx, document);
    tx.update(documents).set({ supersededById: null }).where(eq(documents.id, document.id)).run();
    recordAudit(tx, ctx, { action: "document.reinstated", subjectId: document.id, personId: document.personId });
    return ok({ ...document, supersededById: null });
  });
}

function supersedeOthers(
  tx: Transaction,
  ctx: Context,
  document: Pick<DocumentRow, "id" | "personId" | "series">,
): void {
  const others = and(
    eq(documents.personId, document.personId),
    eq(documents.series, document.series ?? ""),
    isNull(documents.supersededById),
    ne(documents.id, document.id),
  );
  for (const other of tx.select({ id: documents.id }).from(documents).where(others).all()) {
    tx.update(documents).set({ supersededById: document.id }).where(eq(documents.id, other.id)).run();
    recordAudit(tx, ctx, {
      action: "document.superseded",
      subjectId: other.id,
      personId: document.personId,
      detail: { by: document.id },
    });
  }
}

function findSame(db: Reader, { personId }: IssuePlan, kind: DocumentKind, contentHash: string): DocumentRow | null {
  const same = and(eq(documents.personId, personId), eq(documents.kind, kind), eq(documents.contentHash, contentHash));
  return db.select().from(documents).where(same).get() ?? null;
}
