import { and, asc, eq, isNull } from "drizzle-orm";
import { signingKeys } from "#drizzle/schema/signing-keys";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { signingSecret } from "~/platform/env.server";
import { open, seal, UnopenableBox } from "~/platform/secrets/sealed-box.server";
import { generateKeys, type KeyPair } from "./key-pair.server";
import type { KeyUse, SigningPurpose } from "./signing-purpose";

type KeyRow = typeof signingKeys.$inferSelect;

/** A key as it is kept, without its private halves. */
export type PublicKeyRow = Omit<KeyRow, "sealed">;

/** A key, opened. PEM. */
export type SigningKey = Omit<KeyPair, "publicKey">;

/** Keys that this process has opened, by id. */
const opened = new Map<string, SigningKey>();

/**
 * The key with which an owner signs now for a purpose, opened; made where there is none yet.
 * @throws UnopenableBox when another secret sealed it
 */
export async function getSigningKey(ctx: Context, use: KeyUse): Promise<SigningKey> {
  const row = findKeyInUse(ctx.db, use) ?? insertKey(ctx, use, await generateKeys(use, ctx.now), "first");
  let key = opened.get(row.id);
  if (!key) {
    const { filePrivateKey, dataPrivateKey } = JSON.parse(open(row.sealed, signingSecret, row.id)) as KeyPair;
    key = { id: row.id, certificate: row.certificate, filePrivateKey, dataPrivateKey };
    opened.set(row.id, key);
  }
  return key;
}

/** Makes the key where there is none yet: part of setting up. */
export async function ensureSigningKey(ctx: Context, use: KeyUse): Promise<void> {
  if (!findKeyInUse(ctx.db, use)) insertKey(ctx, use, await generateKeys(use, ctx.now), "first");
}

/** Gives an owner a new key. The old one signs no more; its public half stays published, so what it signed stands. */
export async function rotateSigningKey(ctx: Context, use: KeyUse): Promise<void> {
  (await prepareSigningKey(ctx, use))();
}

/** Draws a new key for an owner, and gives what hands it over as `rotateSigningKey` does: within a transaction, perhaps. */
export async function prepareSigningKey(ctx: Context, use: KeyUse): Promise<() => void> {
  const pair = await generateKeys(use, ctx.now);
  return () => void insertKey(ctx, use, pair, "next");
}

/** Takes away the keys of an owner that has never had anything to sign; the database keeps any other (D5). */
export function removeSigningKeys(tx: Transaction, ownerId: string): void {
  tx.delete(signingKeys).where(eq(signingKeys.ownerId, ownerId)).run();
}

/** The public halves of an owner's keys for a purpose, oldest first, and whether the secret in use opens them. */
export function listSigningKeys(
  db: Reader,
  ownerId: string,
  purpose: SigningPurpose,
): (PublicKeyRow & { opens: boolean })[] {
  return db
    .select()
    .from(signingKeys)
    .where(and(eq(signingKeys.ownerId, ownerId), eq(signingKeys.purpose, purpose)))
    .orderBy(asc(signingKeys.createdAt), asc(signingKeys.id))
    .all()
    .map(({ sealed, ...row }) => ({ ...row, opens: canOpen(row.id, sealed) }));
}

/** The public halves of an owner's keys that ever signed for a purpose, or of everybody's, oldest first: what is to be published. */
export function listPublicKeys(db: Reader, purpose: SigningPurpose, ownerId?: string): PublicKeyRow[] {
  const theirs = ownerId === undefined ? undefined : eq(signingKeys.ownerId, ownerId);
  return db
    .select()
    .from(signingKeys)
    .where(and(eq(signingKeys.purpose, purpose), theirs))
    .orderBy(asc(signingKeys.createdAt), asc(signingKeys.id))
    .all()
    .map(({ sealed: _sealed, ...row }) => row);
}

function findKeyInUse(db: Reader, { owner, purpose }: KeyUse): KeyRow | null {
  const theirs = and(eq(signingKeys.ownerId, owner.id), eq(signingKeys.purpose, purpose));
  return (
    db
      .select()
      .from(signingKeys)
      .where(and(theirs, isNull(signingKeys.retiredAt)))
      .get() ?? null
  );
}

/** `first` keeps a key that another request made meanwhile; `next` retires it. */
function insertKey(ctx: Context, use: KeyUse, pair: KeyPair, turn: "first" | "next"): KeyRow {
  const { owner, purpose } = use;
  return inTransaction(ctx.db, (tx) => {
    const before = findKeyInUse(tx, use);
    if (before && turn === "first") return before;
    const by = ctx.actor?.personId ?? null;
    if (before) {
      tx.update(signingKeys).set({ retiredAt: ctx.now, retiredBy: by }).where(eq(signingKeys.id, before.id)).run();
    }
    const { id, certificate, publicKey } = pair;
    const sealed = seal(JSON.stringify(pair), signingSecret, id);
    const row = { id, ownerId: owner.id, purpose, certificate, publicKey, sealed, createdAt: ctx.now, createdBy: by };
    const inserted = rowOf(tx.insert(signingKeys).values(row).returning(), `signing key ${id}`);
    const detail = { id, before: before?.id, purpose };
    recordAudit(tx, ctx, { action: "signing-key.added", subjectId: owner.id, detail });
    return inserted;
  });
}

function canOpen(id: string, sealed: Buffer): boolean {
  try {
    open(sealed, signingSecret, id);
    return true;
  } catch (error) {
    if (error instanceof UnopenableBox) return false;
    throw error;
  }
}
