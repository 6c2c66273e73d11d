import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { findAccountByEmail } from "./account.server";
import { tryPassword } from "./account-limit.server";
import { hashPassword } from "./password.server";

// Checked when no account has the address, so that the answer takes as long either way.
const dummyHash = hashPassword("no account has this password");

/** Why somebody is not let in. */
export type SignInRefusal = "wrong-password" | "not-verified" | "account-locked" | "account-closed" | "too-many-tries";

/**
 * The account of an address and password, if both are right, the address is proved, and nobody has shut it. After five wrong ones the next has
 * to wait, longer each time; `retryAt` says until when.
 */
export async function signIn(
  ctx: Context,
  { email, password }: { email: string; password: string },
): Promise<Outcome<{ accountId: string }, SignInRefusal>> {
  const account = findAccountByEmail(ctx.db, email);
  const passwordHash = account?.passwordHash ?? (await dummyHash);
  const right = await tryPassword(ctx, { email, passwordHash }, password);
  if (!right.ok) return right;
  if (!account) return refuse("wrong-password");
  // Said to whoever knows the password only, so that nobody else learns of it.
  if (account.closedAt !== null) return refuse("account-closed");
  if (account.lockedAt !== null) return refuse("account-locked");
  if (!account.emailVerifiedAt) return refuse("not-verified");
  const { id, personId } = account;
  inTransaction(ctx.db, (tx) => recordAudit(tx, ctx, { action: "account.signed-in", subjectId: id, personId }));
  return ok({ accountId: account.id });
}
