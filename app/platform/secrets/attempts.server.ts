import { and, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { attempts } from "#drizzle/schema/platform";
import { type AttemptLimit, type Attempts, takeTry } from "./attempt-limit";
import { sha256 } from "./codes.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { networkOf } from "./network";
import { ok, type Outcome, refuse } from "~/platform/outcome";

/** Something that is tried, by whom or from where, and how often it may be. */
export interface Tried {
  key: string;
  limit: AttemptLimit;
}

/** Names what is tried. Only a digest of `what` is stored: an account's address, a person's id, a network. */
export const tried = (kind: string, what: string, limit: AttemptLimit): Tried => ({
  key: `${kind}:${sha256(what)}`,
  limit,
});

/** What is tried from the network of whoever asks; nothing for the system's own work, which has none. */
export const triedFromHere = (ctx: Context, kind: string, limit: AttemptLimit): Tried[] =>
  ctx.address ? [tried(`${kind} from`, networkOf(ctx.address), limit)] : [];

/**
 * Counts one try of everything that is named, or of nothing when one of it has to wait: then `retryAt` says until when.
 * Before slow work, in a transaction of its own, so that tries at the same time cannot slip through.
 */
export function takeTries(tx: Transaction, now: number, all: readonly Tried[]): Outcome<null, "too-many-tries"> {
  const decided = decideTries(tx, now, all);
  if (!decided.ok) return decided;
  for (const values of decided.value) {
    tx.insert(attempts).values(values).onConflictDoUpdate({ target: attempts.key, set: values }).run();
  }
  return ok(null);
}

/** The tries of one thing that count now; null where none do. */
export function findTries(db: Reader, now: number, { key }: Tried): Attempts | null {
  const found = db.select().from(attempts).where(eq(attempts.key, key)).get();
  return found && found.windowEndsAt > now ? found : null;
}

/**
 * Looks something up by what can be guessed: each try that finds nothing counts, and what is there is found without
 * writing. Nothing is looked up while one has to wait.
 */
export function lookUp<Found>(
  ctx: Context,
  all: readonly Tried[],
  find: () => Found | null,
): Outcome<Found, "unknown" | "too-many-tries"> {
  const decided = decideTries(ctx.db, ctx.now, all);
  if (!decided.ok) return decided;
  const found = find();
  if (found !== null) return ok(found);
  inTransaction(ctx.db, (tx) => takeTries(tx, ctx.now, all));
  return refuse("unknown");
}

/** Takes back one try of each: it was right, or nothing came of it. Tries of others from the same network stay counted. */
export function giveBackTries(tx: Transaction, all: readonly Tried[]): void {
  for (const { key } of all) {
    tx.update(attempts)
      .set({ count: sql`max(${attempts.count} - 1, 0)` })
      .where(eq(attempts.key, key))
      .run();
  }
}

/** Forgets all tries of each, and ends the wait. */
export function clearTries(tx: Transaction, all: readonly Tried[]): void {
  const keys = all.map(({ key }) => key);
  tx.delete(attempts).where(inArray(attempts.key, keys)).run();
}

/** Forgets tries whose window and wait have passed. Returns how many were forgotten. */
export function forgetOldAttempts(ctx: Context): number {
  const over = and(
    lte(attempts.windowEndsAt, ctx.now),
    or(isNull(attempts.blockedUntil), lte(attempts.blockedUntil, ctx.now)),
  );
  return inTransaction(ctx.db, (tx) => tx.delete(attempts).where(over).run().changes);
}

function decideTries(db: Reader, now: number, all: readonly Tried[]) {
  const next: (Attempts & { key: string })[] = [];
  const waits: number[] = [];
  for (const { key, limit } of all) {
    const before = db.select().from(attempts).where(eq(attempts.key, key)).get() ?? null;
    const decision = takeTry(before, limit, now);
    if (decision.ok) next.push({ key, ...decision.next });
    else waits.push(decision.retryAt);
  }
  return waits.length > 0 ? refuse("too-many-tries", { retryAt: Math.max(...waits) }) : ok(next);
}
