import { eq } from "drizzle-orm";
import { accounts } from "#drizzle/schema/people";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { type Account, findAccountOf } from "./account.server";
import { endOpenTokens } from "./account-token.server";
import { endSignInSessions } from "./sign-in-session.server";

/** Why an account stays as it is. */
export type LockRefusal =
  "no-account" | "own-account" | "locked-already" | "not-locked" | "closed-already" | "not-closed";

/** Each refusal in plain words: why, and what to do next. */
export const LOCK_REFUSALS: Record<LockRefusal, string> = {
  "no-account": "This person has no account. Send an invitation instead.",
  "own-account": "This is your own account. Ask another administrator.",
  "locked-already": "Somebody has locked this account already. Reload the page.",
  "not-locked": "This account is not locked any more. Reload the page.",
  "closed-already": "Somebody has closed this account already. Reload the page.",
  "not-closed": "This account is not closed any more. Reload the page.",
};

type Locked = Outcome<null, LockRefusal>;

interface WithReason {
  personId: string;
  reason: string;
}

/**
 * An administrator lets nobody in with an account until they unlock it: every browser is signed out at once, and every
 * open link ends. The person's record, hours and seats stay as they are. Nobody locks their own.
 */
export function lockAccount(ctx: ActorContext, { personId, reason }: WithReason): Locked {
  return changeAccount(ctx, personId, (tx, account) => {
    if (account.lockedAt !== null) return refuse("locked-already");
    shutOut(tx, account, { lockedAt: ctx.now, lockedReason: reason });
    return ok({ action: "account.locked", reason });
  });
}

/** An administrator lets the person sign in again, with the password that they have. */
export function unlockAccount(ctx: ActorContext, personId: string): Locked {
  return changeAccount(ctx, personId, (tx, account) => {
    if (account.lockedAt === null) return refuse("not-locked");
    tx.update(accounts).set({ lockedAt: null, lockedReason: null }).where(eq(accounts.id, account.id)).run();
    return ok({ action: "account.unlocked" });
  });
}

/** An administrator ends signing in for good, for example when somebody has left. What they earned stays. Nobody closes their own. */
export function closeAccount(ctx: ActorContext, { personId, reason }: WithReason): Locked {
  return changeAccount(ctx, personId, (tx, account) => {
    if (account.closedAt !== null) return refuse("closed-already");
    shutOut(tx, account, { closedAt: ctx.now, closedReason: reason });
    return ok({ action: "account.closed", reason });
  });
}

/** An administrator opens a closed account again: the person signs in as before, unless it is locked as well. */
export function reopenAccount(ctx: ActorContext, personId: string): Locked {
  return changeAccount(ctx, personId, (tx, account) => {
    if (account.closedAt === null) return refuse("not-closed");
    tx.update(accounts).set({ closedAt: null, closedReason: null }).where(eq(accounts.id, account.id)).run();
    return ok({ action: "account.reopened" });
  });
}

function changeAccount(
  ctx: ActorContext,
  personId: string,
  change: (tx: Transaction, account: Account) => Outcome<{ action: string; reason?: string }, LockRefusal>,
): Locked {
  return inTransaction(ctx.db, (tx) => {
    const account = findAccountOf(tx, personId);
    if (!account) return refuse("no-account");
    if (account.id === ctx.actor.accountId) return refuse("own-account");
    const changed = change(tx, account);
    if (!changed.ok) return changed;
    const { action, ...detail } = changed.value;
    recordAudit(tx, ctx, { action, subjectId: account.id, personId, detail });
    return ok(null);
  });
}

/** Signs every browser out and ends every open link: nothing that was given out before lets anybody in. */
function shutOut(tx: Transaction, account: Account, columns: Partial<Account>): void {
  const { id, personId, email } = account;
  tx.update(accounts).set(columns).where(eq(accounts.id, id)).run();
  endSignInSessions(tx, id);
  endOpenTokens(tx, { accountId: id, personId, emails: [email] });
}
