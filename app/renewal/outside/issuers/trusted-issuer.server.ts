import { createPublicKey, X509Certificate } from "node:crypto";
import { and, asc, count, eq, inArray, isNull, ne } from "drizzle-orm";
import type { z } from "zod";
import { outsideHours, trustedIssuerKeys, trustedIssuers } from "#drizzle/schema/renewal/outside";
import type { PublishedKey } from "~/documents/signing/signed-data";
import { listChangeHistory } from "~/people/history/change-history.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { type Changes, changesBetween } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { byLetters } from "~/platform/database/letter-order.server";
import { countOf } from "~/platform/database/rows.server";
import { deleteUnused } from "~/platform/database/unused.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { issuerPageForm, newIssuerForm } from "./issuer-form";
import { ISSUER_ACTIONS, ISSUER_CHANGES, type IssuerRefusal } from "./trusted-issuer";

type Issuer = typeof trustedIssuers.$inferSelect;
type Said = Outcome<string, IssuerRefusal>;

/** What the form of an issuer shows of it. */
export const toIssuerDraft = ({ name, note }: { name: string; note: string }) => ({ name, note });

/** Every issuer that is or was trusted, by name, with how many keys it has. */
export const listIssuers = (db: Reader) =>
  db
    .select({ issuer: trustedIssuers, keys: count(trustedIssuerKeys.keyId) })
    .from(trustedIssuers)
    .leftJoin(trustedIssuerKeys, eq(trustedIssuerKeys.issuerId, trustedIssuers.id))
    .groupBy(trustedIssuers.id)
    .orderBy(byLetters(trustedIssuers.name))
    .all()
    .map(({ issuer, keys }) => ({ ...issuer, keys }));

/** The keys of issuers that are trusted now, each with its issuer. */
export const listTrustedKeys = (db: Reader): (PublishedKey & { issuerId: string; issuer: string })[] =>
  db
    .select({ key: trustedIssuerKeys, issuer: trustedIssuers.name })
    .from(trustedIssuerKeys)
    .innerJoin(trustedIssuers, eq(trustedIssuers.id, trustedIssuerKeys.issuerId))
    .where(isNull(trustedIssuers.revokedAt))
    .orderBy(asc(trustedIssuerKeys.usedFrom))
    .all()
    .map(({ key, issuer }) => ({ ...key, issuer }));

/** The names of those who are trusted now. */
export const listTrustedNames = (db: Reader): string[] =>
  listIssuers(db).flatMap(({ name, revokedAt }) => (revokedAt === null ? name : []));

/** An issuer by its id; undefined when there is none. */
export const findIssuer = (db: Reader, id: string): Issuer | undefined =>
  db.select().from(trustedIssuers).where(eq(trustedIssuers.id, id)).get();

/**
 * One issuer with its keys, how many entries were read from its documents, and what was done to it.
 * @throws Response 404
 */
export function getIssuer(db: Reader, id: string) {
  const issuer = findIssuer(db, id);
  if (!issuer) throw notFound();
  const read = db.select({ count: count() }).from(outsideHours).where(eq(outsideHours.issuerId, id));
  return { issuer, keys: keysOf(db, id), uses: countOf(read), history: listChangeHistory(db, id, ISSUER_CHANGES) };
}

const keysOf = (db: Reader, issuerId: string) =>
  db
    .select()
    .from(trustedIssuerKeys)
    .where(eq(trustedIssuerKeys.issuerId, issuerId))
    .orderBy(asc(trustedIssuerKeys.usedFrom), asc(trustedIssuerKeys.keyId))
    .all();

/** An administrator trusts another issuer from now on. Returns its id. */
export function addIssuer(ctx: ActorContext, input: z.output<typeof newIssuerForm>): Said {
  return inTransaction(ctx.db, (tx) => {
    if (isTaken(tx, input.name, "")) return refuse("name-taken");
    const id = newId();
    tx.insert(trustedIssuers)
      .values({ id, ...toIssuerDraft(input), addedAt: ctx.now })
      .run();
    const added = addKeys(tx, id, input.keys);
    // Nothing of an issuer without its keys stays.
    if (!added.ok) {
      tx.delete(trustedIssuers).where(eq(trustedIssuers.id, id)).run();
      return added;
    }
    const { name, note } = input;
    record(tx, ctx, "added", id, { name: [null, name], note: [null, note], keys: [null, added.value] });
    return ok(id);
  });
}

/** An administrator changes an issuer, adds keys, or takes the trust away and gives it again. Returns what to say. */
export function changeIssuer(ctx: ActorContext, id: string, form: z.output<typeof issuerPageForm>): Said {
  return inTransaction(ctx.db, (tx) => {
    const before = findIssuer(tx, id);
    if (!before) return refuse("unknown-issuer");
    switch (form.intent) {
      case "save-issuer":
        if (isTaken(tx, form.name, id)) return refuse("name-taken");
        return write(tx, ctx, before, toIssuerDraft(form), "changed", "Saved.");
      case "add-keys":
        return addMoreKeys(tx, ctx, id, form.keys);
      case "revoke-issuer": {
        const values = { revokedAt: before.revokedAt ?? ctx.now, revokedReason: form.reason };
        return write(tx, ctx, before, values, "revoked", `${before.name} is not trusted any more.`);
      }
      case "restore-issuer":
        return write(tx, ctx, before, { revokedAt: null, revokedReason: null }, "restored", "Trusted again.");
      case "delete-issuer":
        if (!deleteUnused(tx.delete(trustedIssuers).where(eq(trustedIssuers.id, id)))) return refuse("issuer-used");
        record(tx, ctx, "deleted", id, { name: [before.name, null], note: [before.note, null] });
        return ok(`${before.name} is deleted.`);
    }
  });
}

function addMoreKeys(tx: Transaction, ctx: ActorContext, id: string, keys: PublishedKey[]): Said {
  const before = keysOf(tx, id).map(({ keyId }) => keyId);
  const added = addKeys(tx, id, keys);
  if (!added.ok) return added;
  if (added.value.length === 0) return ok("All of these keys were there already.");
  record(tx, ctx, "keysAdded", id, { keys: [before, [...before, ...added.value]] });
  return ok("The keys are added.");
}

/** Adds what is new of a list of keys; a key once added is never another. Gives the ids of those that are new. */
function addKeys(tx: Transaction, issuerId: string, keys: PublishedKey[]): Outcome<string[], IssuerRefusal> {
  if (!keys.every(isKey)) return refuse("bad-keys");
  const ids = keys.map(({ keyId }) => keyId);
  const held = tx.select().from(trustedIssuerKeys).where(inArray(trustedIssuerKeys.keyId, ids)).all();
  if (held.some((key) => key.issuerId !== issuerId)) return refuse("key-known");
  const fresh = keys.filter(({ keyId }) => !held.some((key) => key.keyId === keyId));
  for (const key of new Map(fresh.map((each) => [each.keyId, each])).values())
    tx.insert(trustedIssuerKeys)
      .values({ ...key, issuerId })
      .run();
  return ok([...new Set(fresh.map(({ keyId }) => keyId))]);
}

/** Whether both halves of a published key can be read: what cannot be would fail at every file. */
function isKey({ certificate, publicKey }: PublishedKey): boolean {
  try {
    return (
      new X509Certificate(certificate).publicKey.type === "public" &&
      createPublicKey(publicKey).asymmetricKeyType === "ed25519"
    );
  } catch {
    return false;
  }
}

function write(
  tx: Transaction,
  ctx: ActorContext,
  before: Issuer,
  values: Partial<Issuer>,
  what: keyof typeof ISSUER_ACTIONS,
  said: string,
): Said {
  tx.update(trustedIssuers).set(values).where(eq(trustedIssuers.id, before.id)).run();
  record(tx, ctx, what, before.id, changesBetween<object>(before, values));
  return ok(said);
}

const record = (
  tx: Transaction,
  ctx: ActorContext,
  what: keyof typeof ISSUER_ACTIONS,
  subjectId: string,
  changes: Changes,
) => recordAudit(tx, ctx, { action: ISSUER_ACTIONS[what], subjectId, detail: { changes } });

const isTaken = (tx: Transaction, name: string, except: string): boolean =>
  tx
    .select({ id: trustedIssuers.id })
    .from(trustedIssuers)
    .where(and(eq(trustedIssuers.name, name), ne(trustedIssuers.id, except)))
    .get() !== undefined;
