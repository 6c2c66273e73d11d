import { verify } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { accounts, persons } from "#drizzle/schema/people";
import { clearAddressFault, findAddressFault } from "~/platform/address-fault.server";
import { recordAudit } from "~/platform/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database.server";
import { origin } from "~/platform/env.server";
import { formatDateTime } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/platform/outbox.server";
import { issueToken } from "./account-token.server";
import { getHomeProvider } from "./home-provider.server";
import { displayNameOf } from "./name";

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

/**
 * Mails a link to a new address; it takes the place of the old one when the link is used. Asks for the password once more:
 * whoever finds a browser signed in must not take the account along.
 */
export async function requestAddressChange(
  ctx: ActorContext,
  { email, password }: { email: string; password: string },
): Promise<Outcome<null, "address-taken" | "same-address" | "wrong-password">> {
  if (!(await verify(findMyAccount(ctx.db, ctx).passwordHash, password))) return refuse("wrong-password");
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

/**
 * Gives an account and its person the address that a link has proved, and tells the old address. Refused when somebody
 * else has it by now.
 */
export function replaceAddress(
  tx: Transaction,
  ctx: Context,
  accountId: string,
  email: string,
): Outcome<null, "address-taken"> {
  const account = tx.select().from(accounts).where(eq(accounts.id, accountId)).get()!;
  if (isTaken(tx, email, account.personId)) return refuse("address-taken");
  tellOldAddress(tx, ctx, account, email);
  tx.update(accounts).set({ email }).where(eq(accounts.id, accountId)).run();
  tx.update(persons).set({ email, updatedAt: ctx.now }).where(eq(persons.id, account.personId)).run();
  recordAudit(tx, ctx, { action: "account.address-changed", subjectId: accountId, personId: account.personId });
  return ok(null);
}

function tellOldAddress(tx: Transaction, ctx: Context, account: typeof accounts.$inferSelect, email: string): void {
  const person = tx.select().from(persons).where(eq(persons.id, account.personId)).get()!;
  enqueueMessage(tx, ctx, {
    kind: "address-changed",
    subjectId: account.id,
    personId: person.id,
    recipient: account.email,
    occasion: String(ctx.now),
    payload: {
      personName: displayNameOf(person),
      newAddress: email,
      changedAt: formatDateTime(ctx.now, getHomeProvider(tx).timeZone),
      resetUrl: `${origin}/forgot-password`,
    },
  });
}

function findMyAccount(db: Reader, ctx: ActorContext) {
  return db.select().from(accounts).where(eq(accounts.id, ctx.actor.accountId)).get()!;
}

function isTaken(db: Reader, email: string, personId: string): boolean {
  const account = db.select().from(accounts).where(eq(accounts.email, email)).get();
  const person = db.select().from(persons).where(eq(persons.email, email)).get();
  return [account?.personId, person?.id].some((other) => other !== undefined && other !== personId);
}
