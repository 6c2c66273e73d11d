import { eq } from "drizzle-orm";
import { accounts } from "#drizzle/schema/people";
import { clearAddressFault, findAddressFault } from "~/platform/mail/address-fault.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { getPerson } from "~/people/persons/person.server";
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
  inTransaction(ctx.db, (tx) => {
    const { email: address, personId } = getAccount(tx, ctx.actor.accountId);
    clearAddressFault(tx, ctx, { address, personId });
  });
}

/**
 * Staff say that mail to a person's address works again, for example because the person called. The caller has checked the
 * right to the person.
 */
export function clearFaultOf(ctx: ActorContext, personId: string): Outcome<null, "no-fault"> {
  return inTransaction(ctx.db, (tx) => {
    const { email: address } = getPerson(tx, personId);
    return address !== null && clearAddressFault(tx, ctx, { address, personId }) ? ok(null) : refuse("no-fault");
  });
}
