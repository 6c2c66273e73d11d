import { eq } from "drizzle-orm";
import { accounts } from "#drizzle/schema/people";
import { clearAddressFault, findAddressFault } from "~/platform/mail/address-fault.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { getAccount } from "./account.server";

/** The address at which the actor gets mail, and what is wrong with it; null when nothing is known. */
export function getMyAddress(ctx: ActorContext) {
  const { email } = getAccount(ctx.db, ctx.actor.accountId);
  const fault = findAddressFault(ctx.db, email);
  return { email, fault: fault && { reason: fault.reason, reportedAt: fault.reportedAt } };
}

/** Whether mail to an account comes back, so that its owner is asked for another address at sign-in. */
export function isUnreachable(db: Reader, accountId: string): boolean {
  const account = db.select().from(accounts).where(eq(accounts.id, accountId)).get();
  return account !== undefined && findAddressFault(db, account.email) !== null;
}

/** The actor says that mail to their address works again. */
export function confirmMyAddress(ctx: ActorContext): void {
  inTransaction(ctx.db, (tx) => clearAddressFault(tx, ctx, getAccount(tx, ctx.actor.accountId).email));
}
