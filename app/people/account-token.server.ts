import { and, eq, gt, isNull } from "drizzle-orm";
import { accountTokens, type TOKEN_PURPOSES } from "#drizzle/schema/people";
import { newSecret, sha256 } from "~/platform/codes.server";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database.server";

type Purpose = (typeof TOKEN_PURPOSES)[number];

const HOUR = 3_600_000;

/** How long each link works, milliseconds. */
const LIFETIMES: Record<Purpose, number> = {
  "verify-address": 48 * HOUR,
  "change-address": 48 * HOUR,
  "reset-password": HOUR,
  invitation: 30 * 24 * HOUR,
  setup: 24 * HOUR,
};

/** Makes a one-time secret for a link; earlier ones for the same purpose and account stop working. */
export function issueToken(
  tx: Transaction,
  ctx: Context,
  purpose: Purpose,
  whom: { accountId?: string; personId?: string; email?: string },
): string {
  const secret = newSecret();
  const mine = whom.accountId
    ? eq(accountTokens.accountId, whom.accountId)
    : whom.personId
      ? eq(accountTokens.personId, whom.personId)
      : undefined;
  tx.delete(accountTokens)
    .where(and(eq(accountTokens.purpose, purpose), isNull(accountTokens.usedAt), mine))
    .run();
  tx.insert(accountTokens)
    .values({ id: sha256(secret), purpose, ...whom, createdAt: ctx.now, expiresAt: ctx.now + LIFETIMES[purpose] })
    .run();
  return secret;
}

/** What a link's secret stands for, if it still works. Looking does not use it up (mail scanners look, R5). */
export function findToken(db: Reader, now: number, purpose: Purpose, secret: string) {
  return (
    db
      .select()
      .from(accountTokens)
      .where(
        and(
          eq(accountTokens.id, sha256(secret)),
          eq(accountTokens.purpose, purpose),
          isNull(accountTokens.usedAt),
          gt(accountTokens.expiresAt, now),
        ),
      )
      .get() ?? null
  );
}

/** Uses a secret up. Null when it does not work any more. */
export function useToken(tx: Transaction, ctx: Context, purpose: Purpose, secret: string) {
  const token = findToken(tx, ctx.now, purpose, secret);
  if (token) tx.update(accountTokens).set({ usedAt: ctx.now }).where(eq(accountTokens.id, token.id)).run();
  return token;
}
