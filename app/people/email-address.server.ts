import { eq } from "drizzle-orm";
import { accounts, persons } from "#drizzle/schema/people";
import { clearAddressFault, findAddressFault } from "~/platform/address-fault.server";
import { recordAudit } from "~/platform/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database.server";
import { origin } from "~/platform/env.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/platform/outbox.server";
import { issueToken } from "./account-token.server";

/** The address at which the actor gets mail, and what is wrong with it; null when nothing is known. */
export function getMyAddress(ctx: ActorContext) {
  const { email } = findMyAccount(ctx.db, ctx);
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
  inTransaction(ctx.db, (tx) => clearAddressFault(tx, ctx, findMyAccount(tx, ctx).email));
}

/** Mails a link to a new address; it takes the place of the old one when the link is used. */
export function requestAddressChange(
  ctx: ActorContext,
  email: string,
): Outcome<null, "address-taken" | "same-address"> {
  return inTransaction(ctx.db, (tx) => {
    const account = findMyAccount(tx, ctx);
    if (email === account.email) return refuse("same-address");
    if (isTaken(tx, email, account.personId)) return refuse("address-taken");
    const token = issueToken(tx, ctx, "verify-address", { accountId: account.id, email });
    enqueueMessage(tx, ctx, {
      kind: "verify-address",
      subjectId: account.id,
      personId: account.personId,
      recipient: email,
      occasion: String(ctx.now),
      payload: {
        personName: ctx.actor.name,
        actionUrl: `${origin}/verify-email?token=${token}`,
        validFor: "48 hours",
      },
    });
    return ok(null);
  });
}

/** Gives an account and its person the address that a link has proved. Refused when somebody else has it by now. */
export function replaceAddress(
  tx: Transaction,
  ctx: Context,
  accountId: string,
  email: string,
): Outcome<null, "address-taken"> {
  const account = tx.select().from(accounts).where(eq(accounts.id, accountId)).get()!;
  if (isTaken(tx, email, account.personId)) return refuse("address-taken");
  tx.update(accounts).set({ email }).where(eq(accounts.id, accountId)).run();
  tx.update(persons).set({ email, updatedAt: ctx.now }).where(eq(persons.id, account.personId)).run();
  recordAudit(tx, ctx, { action: "account.address-changed", subjectId: accountId, personId: account.personId });
  return ok(null);
}

function findMyAccount(db: Reader, ctx: ActorContext) {
  return db.select().from(accounts).where(eq(accounts.id, ctx.actor.accountId)).get()!;
}

function isTaken(db: Reader, email: string, personId: string): boolean {
  const account = db.select().from(accounts).where(eq(accounts.email, email)).get();
  const person = db.select().from(persons).where(eq(persons.email, email)).get();
  return [account?.personId, person?.id].some((other) => other !== undefined && other !== personId);
}
