import { and, asc, eq, isNull } from "drizzle-orm";
import { providers } from "#drizzle/schema/providers";
import { signingKeys } from "#drizzle/schema/documents";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { signingSecret } from "~/platform/env.server";
import { open, seal, UnopenableBox } from "~/platform/secrets/sealed-box.server";
import type { DrawingKey } from "~/documents/drawing/drawing-job";
import { generateKeys, type KeyPair } from "./key-pair.server";

type KeyRow = typeof signingKeys.$inferSelect;

/** Keys that this process has opened, by id. */
const opened = new Map<string, DrawingKey>();

/**
 * The key with which a provider signs now, opened; made where there is none yet.
 * @throws UnopenableBox when another secret sealed it
 */
export async function getSigningKey(ctx: Context, providerId: string): Promise<DrawingKey> {
  const row = findKeyInUse(ctx.db, providerId) ?? (await addKey(ctx, providerId, "first"));
  let key = opened.get(row.id);
  if (!key) {
    const { filePrivateKey, dataPrivateKey } = JSON.parse(open(row.sealed, signingSecret, row.id)) as KeyPair;
    key = { id: row.id, certificate: row.certificate, filePrivateKey, dataPrivateKey };
    opened.set(row.id, key);
  }
  return key;
}

/** Makes a key for every provider that has none: part of setting up. */
export async function ensureSigningKeys(ctx: Context): Promise<void> {
  for (const { id } of ctx.db.select({ id: providers.id }).from(providers).all()) {
    if (!findKeyInUse(ctx.db, id)) await addKey(ctx, id, "first");
  }
}

/** Gives a provider a new key. The old one signs no more; its public half stays published, so what it signed stands. */
export async function rotateSigningKey(ctx: Context, providerId: string): Promise<KeyRow> {
  return addKey(ctx, providerId, "next");
}

/** The public halves of a provider's keys, oldest first. */
export function listSigningKeys(db: Reader, providerId: string) {
  return db
    .select()
    .from(signingKeys)
    .where(eq(signingKeys.providerId, providerId))
    .orderBy(asc(signingKeys.createdAt), asc(signingKeys.id))
    .all()
    .map(({ sealed, ...row }) => ({ ...row, opens: canOpen(row.id, sealed) }));
}

function findKeyInUse(db: Reader, providerId: string): KeyRow | null {
  const inUse = and(eq(signingKeys.providerId, providerId), isNull(signingKeys.retiredAt));
  return db.select().from(signingKeys).where(inUse).get() ?? null;
}

/** `first` keeps a key that another request made meanwhile; `next` retires it. */
async function addKey(ctx: Context, providerId: string, turn: "first" | "next"): Promise<KeyRow> {
  const provider = ctx.db.select().from(providers).where(eq(providers.id, providerId)).get();
  if (!provider) throw new Error(`There is no provider ${providerId}.`);
  const pair = await generateKeys(provider.name, ctx.now);
  return inTransaction(ctx.db, (tx) => {
    const before = findKeyInUse(tx, providerId);
    if (before && turn === "first") return before;
    const by = ctx.actor?.personId ?? null;
    if (before) {
      tx.update(signingKeys).set({ retiredAt: ctx.now, retiredBy: by }).where(eq(signingKeys.id, before.id)).run();
    }
    const { id, certificate, publicKey } = pair;
    const sealed = seal(JSON.stringify(pair), signingSecret, id);
    const row = { id, providerId, certificate, publicKey, sealed, createdAt: ctx.now, createdBy: by };
    const [inserted] = tx.insert(signingKeys).values(row).returning().all();
    recordAudit(tx, ctx, { action: "signing-key.added", subjectId: providerId, detail: { id, before: before?.id } });
    return inserted!;
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
