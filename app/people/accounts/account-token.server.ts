import { and, eq, gt, inArray, isNull, lte, not, or } from "drizzle-orm";
import { accountTokens, type TOKEN_PURPOSES } from "#drizzle/schema/people";
import { newSecret, sha256 } from "~/platform/secrets/codes.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";

type Purpose = (typeof TOKEN_PURPOSES)[number];
type TokenRow = typeof accountTokens.$inferSelect;

/** Whom a link is for, and what it carries. */
type Bearer = Partial<
  Pick<TokenRow, "accountId" | "personId" | "email" | "legalFirst" | "legalLast" | "sessionId" | "proposedBy">
>;

const HOUR = 3_600_000;

/** How long each link works, milliseconds. */
const LIFETIMES: Record<Purpose, number> = {
  "verify-address": 48 * HOUR,
  "change-address": 48 * HOUR,
  "reset-password": HOUR,
  invitation: 30 * 24 * HOUR,
  setup: 24 * HOUR,
};

/** When a link that is made now stops working, epoch milliseconds: after its time, or later if it must last longer. */
export function expiryOf(purpose: Purpose, now: number, atLeastUntil = 0): number {
  return Math.max(now + LIFETIMES[purpose], atLeastUntil);
}

/**
 * Makes a one-time secret for a link; earlier ones for the same purpose and account or person stop working. Those of
 * sign-ups, which are nobody's yet, stay: otherwise a stranger could end them.
 */
export function issueToken(tx: Transaction, ctx: Context, purpose: Purpose, bearer: Bearer, atLeastUntil = 0): string {
  const secret = newSecret();
  const earlier = earlierOf(purpose, bearer);
  if (earlier) {
    tx.delete(accountTokens)
      .where(and(eq(accountTokens.purpose, purpose), isNull(accountTokens.usedAt), earlier))
      .run();
  }
  tx.insert(accountTokens)
    .values({
      id: sha256(secret),
      purpose,
      ...bearer,
      createdAt: ctx.now,
      expiresAt: expiryOf(purpose, ctx.now, atLeastUntil),
    })
    .run();
  return secret;
}

function earlierOf(purpose: Purpose, { accountId, personId }: Bearer) {
  if (accountId) return eq(accountTokens.accountId, accountId);
  if (personId) return eq(accountTokens.personId, personId);
  return purpose === "setup" ? eq(accountTokens.purpose, "setup") : null;
}

/** What a link's secret stands for, if it still works. Looking does not use it up (mail scanners look, R5). */
export function findToken(db: Reader, now: number, purpose: Purpose, secret: string): TokenRow | null {
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

/** A link for an invitation that does not work any more and was never used, by its secret; null for any other. */
export function findLapsedInvitation(db: Reader, now: number, secret: string): TokenRow | null {
  const lapsed = and(
    eq(accountTokens.id, sha256(secret)),
    eq(accountTokens.purpose, "invitation"),
    isNull(accountTokens.usedAt),
    lte(accountTokens.expiresAt, now),
  );
  return db.select().from(accountTokens).where(lapsed).get() ?? null;
}

/** Uses a secret up. Null when it does not work any more. */
export function useToken(tx: Transaction, ctx: Context, purpose: Purpose, secret: string): TokenRow | null {
  const token = findToken(tx, ctx.now, purpose, secret);
  if (token) tx.update(accountTokens).set({ usedAt: ctx.now }).where(eq(accountTokens.id, token.id)).run();
  return token;
}

/**
 * Ends every link that is still open for an account or its person, and every sign-up with one of these addresses: whoever
 * has proved who they are leaves nothing behind that somebody else could use.
 */
export function endOpenTokens(
  tx: Transaction,
  whom: { accountId: string; personId: string; emails: readonly string[] },
): void {
  const ofSignUps = and(isNull(accountTokens.accountId), isNull(accountTokens.personId));
  const theirs = or(
    eq(accountTokens.accountId, whom.accountId),
    eq(accountTokens.personId, whom.personId),
    and(ofSignUps, inArray(accountTokens.email, [...whom.emails])),
  );
  tx.delete(accountTokens)
    .where(and(isNull(accountTokens.usedAt), theirs))
    .run();
}

/** For how long a lapsed invitation can still be answered with a new one. */
const RENEWABLE_MS = 2 * 365 * 24 * HOUR;

/**
 * Forgets links that have lapsed, and with them the names and addresses of sign-ups that nobody finished. Invitations are
 * kept for two years more: whoever opens one late can have a new one.
 */
export function deleteLapsedTokens(ctx: Context): void {
  const renewable = and(eq(accountTokens.purpose, "invitation"), gt(accountTokens.expiresAt, ctx.now - RENEWABLE_MS));
  const lapsed = and(lte(accountTokens.expiresAt, ctx.now), not(renewable!));
  inTransaction(ctx.db, (tx) => tx.delete(accountTokens).where(lapsed).run());
}
