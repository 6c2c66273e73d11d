import { clearTries, giveBackTries, takeTries, tried, triedFromHere } from "~/platform/secrets/attempts.server";
import type { Context } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { env } from "~/platform/env.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { inTurn, isRightPassword } from "./password.server";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Wrong passwords for an address, also for one without an account, so that nobody learns which have one. */
export const passwordTries = (email: string) =>
  tried("sign-in", email, {
    free: 5,
    windowMs: 24 * HOUR,
    waits: { firstMs: 30 * SECOND, longestMs: 15 * MINUTE },
  });

const passwordTriesFromHere = (ctx: Context) =>
  triedFromHere(ctx, "sign-in", { free: env.LIMIT_SIGN_INS_PER_ADDRESS, windowMs: 15 * MINUTE, waits: null });

/** Requests for a link to a new password, from one network. */
export const resetsFromHere = (ctx: Context) =>
  triedFromHere(ctx, "reset", { free: env.LIMIT_RESETS_PER_ADDRESS, windowMs: 15 * MINUTE, waits: null });

/** Sign-ups from one network: a school of two hundred may sign up in one morning. */
export const signUpsFromHere = (ctx: Context) =>
  triedFromHere(ctx, "sign-up", { free: env.LIMIT_SIGN_UPS_PER_ADDRESS, windowMs: HOUR, waits: null });

const THREE_AN_HOUR = { free: 3, windowMs: HOUR, waits: null };

/** Mails with a link to a new password, to one account. */
export const resetMailsTo = (email: string) => tried("reset mail", email, THREE_AN_HOUR);

/** Mails that somebody who has not proved the mailbox can cause. */
export const unprovedMailsTo = (email: string) => tried("unproved mail", email, THREE_AN_HOUR);

/**
 * Checks a password when its turn has come. The try counts before the slow check, against the account and against the
 * network; a right one clears the account's and is given back to the network's.
 */
export function tryPassword(
  ctx: Context,
  { email, passwordHash }: { email: string; passwordHash: string },
  typed: string,
): Promise<Outcome<null, "wrong-password" | "too-many-tries">> {
  return inTurn(async () => {
    const [ofAccount, fromHere] = [[passwordTries(email)], passwordTriesFromHere(ctx)];
    const taken = inTransaction(ctx.db, (tx) => takeTries(tx, ctx.now, [...ofAccount, ...fromHere]));
    if (!taken.ok) return taken;
    if (!(await isRightPassword(passwordHash, typed))) return refuse("wrong-password");
    inTransaction(ctx.db, (tx) => {
      clearTries(tx, ofAccount);
      giveBackTries(tx, fromHere);
    });
    return ok(null);
  });
}
