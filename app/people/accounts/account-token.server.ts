import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
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

/** When a link that is made now stops working, epoch milliseconds. */
export function expiryOf(purpose: Purpose, now: number): number {
  return now + LIFETIMES[purpose];
}

/**
 * Makes a one-time secret for a link; earlier ones for the same purpose and account or person stop working. Those of
 * sign-ups, which are nobody's yet, stay: otherwise a stranger could end them.
 */
export function issueToken(tx: Transaction, ctx: Context, purpose: Purpose, bearer: Bearer): string {
  const secret = newSecret();
  const earlier = earlierOf(purpose, bearer);
  if (earlier) {
    tx.delete(accountTokens)
      .where(and(eq(accountTokens.purpose, purpose), isNull(accountTokens.usedAt), earlier))
      .run();
  }
  tx.insert(accountTokens)
    .values({ id: sha256(secret), purpose, ...bearer, createdAt: ctx.now, expiresAt: expiryOf(purpose, ctx.now) })
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

/** Forgets links that have lapsed, and with them the names and addresses of sign-ups that nobody finished. */
export function deleteLapsedTokens(ctx: Context): void {
  inTransaction(ctx.db, (tx) => tx.delete(accountTokens).where(lte(accountTokens.expiresAt, ctx.now)).run());
}
