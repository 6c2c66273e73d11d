import { and, eq, lte } from "drizzle-orm";
import { answeredForms } from "#drizzle/schema/platform";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { sha256 } from "~/platform/secrets/codes.server";
import type { Once } from "./once";

const DAY_MS = 86_400_000;

/**
 * Runs a command once for each post of a form: a double tap, or a second try after a lost connection, is given what the first
 * made. Asked and written in the command's own transaction; a refusal is not kept.
 * @param what what the form is about: one form never answers for another
 * @param run the command; what it answers is kept as JSON for a day
 */
export function once<Answer extends { ok: boolean }>(
  ctx: ActorContext,
  what: string,
  post: Once | null,
  run: () => Answer,
): Answer {
  if (!post) return run();
  return inTransaction(ctx.db, (tx): Answer extends PromiseLike<unknown> ? never : Answer => {
    const answer = findAnswer<Answer>(tx, ctx, what, post) ?? run();
    if (answer.ok) keepAnswer(tx, ctx, what, post, answer);
    return answer as Answer extends PromiseLike<unknown> ? never : Answer;
  });
}

/** What an earlier post of the same form made, for a command that cannot run within one transaction; null for the first. */
export function findAnswer<Value>(db: Reader, ctx: ActorContext, what: string, post: Once | null): Value | null {
  if (!post) return null;
  const { personId, nonce, digest } = keyOf(ctx, what, post);
  const same = and(
    eq(answeredForms.personId, personId),
    eq(answeredForms.nonce, nonce),
    eq(answeredForms.digest, digest),
  );
  const row = db.select({ answer: answeredForms.answer }).from(answeredForms).where(same).get();
  return row ? (row.answer as Value) : null;
}

/** Keeps what a post made, in the transaction that made it. */
export function keepAnswer(
  tx: Transaction,
  ctx: ActorContext,
  what: string,
  post: Once | null,
  answer: { ok: boolean },
): void {
  if (!post) return;
  tx.insert(answeredForms)
    .values({ ...keyOf(ctx, what, post), answer, answeredAt: ctx.now })
    .onConflictDoNothing()
    .run();
}

const keyOf = (ctx: ActorContext, what: string, { nonce, text }: Once) => ({
  personId: ctx.actor.personId,
  nonce,
  digest: sha256(`${what} ${text}`),
});

/** Forgets what was answered more than a day ago. Returns how many were forgotten. */
export function forgetAnsweredForms(ctx: Context): number {
  return ctx.db
    .delete(answeredForms)
    .where(lte(answeredForms.answeredAt, ctx.now - DAY_MS))
    .run().changes;
}
