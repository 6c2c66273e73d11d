import { eq } from "drizzle-orm";
import { accounts } from "#drizzle/schema/people";
import { clearTries, takeTries } from "~/platform/secrets/attempts.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { withNext } from "~/platform/http/next-page";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { findBehindLink, openSecretLink } from "~/platform/secrets/secret-link.server";
import { type Account, findAccountByEmail, findAccountOf, getAccount } from "./account.server";
import { isShut } from "./account-state";
import { passwordTries, resetMailsTo, resetsFromHere } from "./account-limit.server";
import { endOpenTokens, findToken, issueToken, useToken } from "./account-token.server";
import { displayNameOf } from "~/people/persons/name";
import { getPerson } from "~/people/persons/person.server";
import { hashNewPassword } from "./password.server";
import type { PasswordRefusal } from "./password-rule";
import { endSignInSessions } from "./sign-in-session.server";

/**
 * Mails a link to set a new password, if the address has an account, three times an hour at most. The answer is the same
 * either way.
 * @param next where the person wanted to go, a path of this site
 */
export function requestPasswordReset(ctx: Context, email: string, next?: string): Outcome<null, "too-many-tries"> {
  return inTransaction(ctx.db, (tx) => {
    const taken = takeTries(tx, ctx.now, resetsFromHere(ctx));
    if (!taken.ok) return taken;
    const account = findAccountByEmail(tx, email);
    if (account && !isShut(account) && takeTries(tx, ctx.now, [resetMailsTo(email)]).ok)
      mailResetLink(tx, ctx, account, next);
    return ok(null);
  });
}

/**
 * Staff have a link to set a new password sent to somebody's own address, by the same count as if they had asked
 * themselves. Nothing changes until it is used. The caller has checked the right to the person.
 */
export function sendPasswordReset(
  ctx: ActorContext,
  personId: string,
): Outcome<{ email: string }, "no-account" | "account-shut" | "enough-links"> {
  return inTransaction(ctx.db, (tx) => {
    const account = findAccountOf(tx, personId);
    if (!account) return refuse("no-account");
    if (isShut(account)) return refuse("account-shut");
    if (!takeTries(tx, ctx.now, [resetMailsTo(account.email)]).ok) return refuse("enough-links");
    mailResetLink(tx, ctx, account);
    return ok({ email: account.email });
  });
}

function mailResetLink(tx: Transaction, ctx: Context, account: Account, next?: string): void {
  const { id, personId, email } = account;
  const token = issueToken(tx, ctx, "reset-password", { accountId: id });
  enqueueMessage(tx, ctx, {
    kind: "reset-password",
    subjectId: id,
    personId,
    recipient: email,
    occasion: String(ctx.now),
    payload: {
      personName: displayNameOf(getPerson(tx, personId)),
      actionUrl: withNext(`${origin}/reset-password?token=${token}`, next),
      validFor: "1 hour",
    },
  });
  recordAudit(tx, ctx, { action: "account.reset-requested", subjectId: id, personId });
}

/**
 * Whether a link for a new password works. Looking does not use it up (R5).
 * @throws Response 429
 */
export function isResetOpen(ctx: Context, secret: string): boolean {
  return findBehindLink(ctx, () => readLink(ctx.db, ctx.now, secret)) !== null;
}

/**
 * Sets a new password by the link's secret, and ends everything that somebody else may have of the account, in one
 * transaction: every signed-in browser, every open link, a pending change of address among them. The link proves the
 * address, too, and ends the wait of somebody who guessed.
 * @param alsoEnds what rooms below this one end with it, when the person asks
 */
export async function resetPassword(
  ctx: Context,
  input: { token: string; password: string },
  alsoEnds: (tx: Transaction, personId: string) => void = () => {},
): Promise<Outcome<{ accountId: string }, "link-expired" | "too-many-tries" | PasswordRefusal>> {
  const opened = openSecretLink(ctx, () => readLink(ctx.db, ctx.now, input.token));
  if (!opened.ok) return opened;
  const { account, person } = opened.value;
  const about = [account.email, person.legalFirst, person.legalLast, person.preferredName];
  const hashed = await hashNewPassword(input.password, about);
  if (!hashed.ok) return hashed;
  return inTransaction(ctx.db, (tx) => {
    const link = readLink(tx, ctx.now, input.token);
    if (!link) return refuse("link-expired");
    const { id, personId, email } = link.account;
    useToken(tx, ctx, "reset-password", input.token);
    tx.update(accounts).set({ passwordHash: hashed.value, emailVerifiedAt: ctx.now }).where(eq(accounts.id, id)).run();
    endOpenTokens(tx, { accountId: id, personId, emails: [email] });
    endSignInSessions(tx, id);
    clearTries(tx, [passwordTries(email), resetMailsTo(email)]);
    alsoEnds(tx, personId);
    recordAudit(tx, ctx, { action: "account.password-reset", subjectId: id, personId });
    return ok({ accountId: id });
  });
}

function readLink(db: Reader, now: number, secret: string) {
  const token = findToken(db, now, "reset-password", secret);
  if (!token?.accountId) return null;
  const account = getAccount(db, token.accountId);
  if (isShut(account)) return null;
  const person = getPerson(db, account.personId);
  return { account, person };
}
