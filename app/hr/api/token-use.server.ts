import { and, eq, isNull, lte, or } from "drizzle-orm";
import { apiTokens } from "#drizzle/schema/staff/hr-api";
import type { Context } from "~/platform/context";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { env } from "~/platform/env.server";
import { logger } from "~/platform/logging/logger.server";
import { findTries, takeTries, tried } from "~/platform/secrets/attempts.server";

const MINUTE = 60_000;

/** How often one token may ask, in all processes together. */
export const API_LIMIT = { free: env.LIMIT_API_PER_TOKEN, windowMs: MINUTE, waits: null };

/** Counted and waiting to be written; a moment later one writer does it, so that no reading waits for the database's lock. */
interface Uses {
  db: Database;
  at: number;
  count: number;
}

const WITHIN_MS = 50;
const AGAIN_MS = 500;
const waiting = new Map<string, Uses>();
let timer: NodeJS.Timeout | null = null;

const usesOf = (tokenId: string) => tried("hr-api", tokenId, API_LIMIT);

/** Whether a token may ask once more now, which counts; how often it may still, and from when on it is counted anew. */
export function countUse(ctx: Context, tokenId: string): { ok: boolean; left: number; resetAt: number } {
  const before = findTries(ctx.db, ctx.now, usesOf(tokenId));
  const pending = waiting.get(tokenId);
  const unwritten = pending?.db === ctx.db ? pending.count : 0;
  const left = API_LIMIT.free - (before?.count ?? 0) - unwritten - 1;
  const resetAt = before?.windowEndsAt ?? ctx.now + MINUTE;
  if (left < 0) return { ok: false, left: 0, resetAt };
  waiting.set(tokenId, { db: ctx.db, at: ctx.now, count: unwritten + 1 });
  plan(WITHIN_MS);
  return { ok: true, left, resetAt };
}

/** Writes what waits; of the last use of a token, no more than once a minute. */
export function flushUses(): void {
  for (const [tokenId, { db, at, count }] of [...waiting]) {
    if (db.$client.open) {
      inTransaction(db, (tx) => {
        for (let use = 0; use < count; use++) takeTries(tx, at, [usesOf(tokenId)]);
        const isOld = or(isNull(apiTokens.lastUsedAt), lte(apiTokens.lastUsedAt, at - MINUTE));
        tx.update(apiTokens)
          .set({ lastUsedAt: at })
          .where(and(eq(apiTokens.id, tokenId), isOld))
          .run();
      });
    }
    waiting.delete(tokenId);
  }
}

function plan(milliseconds: number): void {
  if (timer) return;
  timer = setTimeout(() => {
    timer = null;
    try {
      flushUses();
    } catch (error) {
      logger.warn({ err: error }, "Uses of the API wait to be counted");
      plan(AGAIN_MS);
    }
  }, milliseconds);
  timer.unref();
}
