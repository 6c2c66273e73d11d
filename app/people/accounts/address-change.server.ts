import { eq } from "drizzle-orm";
import { accounts, persons } from "#drizzle/schema/people";
import { takeTries } from "~/platform/secrets/attempts.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatDateTime } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { findBehindLink, openSecretLink } from "~/platform/secrets/secret-link.server";
import { tryPassword, unprovedMailsTo } from "./account-limit.server";
import { endOpenTokens, findToken, issueToken, useToken } from "./account-token.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { displayNameOf } from "~/people/persons/name";
import { getPerson } from "~/people/persons/person.server";
import { type Account, getAccount, isAddressTaken } from "./account.server";

/**
 * Mails a link to a new address; it takes the place of the old one when the link is used, in the same browser. Asks for the
 * password once more: whoever finds a browser signed in must not take the account along.
 * @param input `sessionId` is the stored id of the signed-in browser
 */
export async function requestAddressChange(
  ctx: ActorContext,
  { email, password, sessionId }: { email: string; password: string; sessionId: string | null },
): Promise<Outcome<null, "address-taken" | "same-address" | "wrong-password" | "too-many-tries">> {
  const right = await tryPassword(ctx, getAccount(ctx.db, ctx.actor.accountId), password);
  if (!right.ok) return right;
  return inTransaction(ctx.db, (tx) => {
    const account = getAccount(tx, ctx.actor.accountId);
    if (email === account.email) return refuse("same-address");
    if (isAddressTaken(tx, email, account.personId)) return refuse("address-taken");
    const taken = takeTries(tx, ctx.now, [unprovedMailsTo(email)]);
    if (!taken.ok) return taken;
    const token = issueToken(tx, ctx, "change-address", { accountId: account.id, email, sessionId });
    enqueueMessage(tx, ctx, {
      kind: "change-address",
      subjectId: account.id,
      personId: account.personId,
      recipient: email,
      occasion: String(ctx.now),
      payload: {
        personName: ctx.actor.name,
        actionUrl: `${origin}/email-address/confirm?token=${token}`,
        validFor: "48 hours",
      },
    });
    recordAudit(tx, ctx, { action: "account.change-requested", subjectId: account.id, personId: account.personId });
    return ok(null);
  });
}

/**
 * The new address that a link is for, if it is opened in the signed-in browser in which it was asked for. Looking changes
 * nothing (R5).
 * @throws Response 429
 */
export function findAddressChange(
  ctx: Context,
  link: { token: string; sessionId: string | null },
): { state: "ready"; email: string } | { state: "other-browser" } | { state: "expired" } {
  const token = findBehindLink(ctx, () => readLink(ctx.db, ctx.now, link.token));
  if (!token) return { state: "expired" };
  return belongsHere(ctx, token, link.sessionId) ? { state: "ready", email: token.email } : { state: "other-browser" };
}

/**
 * Gives the actor's account the new address that their link has proved, tells the old address and ends the account's
 * other open links. Signs nobody in.
 */
export function confirmAddressChange(
  ctx: ActorContext,
  link: { token: string; sessionId: string | null },
): Outcome<{ email: string }, "link-expired" | "other-browser" | "address-taken" | "too-many-tries"> {
  const opened = openSecretLink(ctx, () => readLink(ctx.db, ctx.now, link.token));
  if (!opened.ok) return opened;
  return inTransaction(ctx.db, (tx) => {
    const token = readLink(tx, ctx.now, link.token);
    if (!token) return refuse("link-expired");
    if (!belongsHere(ctx, token, link.sessionId)) return refuse("other-browser");
    const account = getAccount(tx, ctx.actor.accountId);
    if (isAddressTaken(tx, token.email, account.personId)) return refuse("address-taken");
    useToken(tx, ctx, "change-address", link.token);
    replaceAddress(tx, ctx, account, token.email);
    return ok({ email: token.email });
  });
}

function readLink(db: Reader, now: number, secret: string) {
  const token = findToken(db, now, "change-address", secret);
  return token?.email ? { ...token, email: token.email } : null;
}

const belongsHere = (
  ctx: Context,
  token: { accountId: string | null; sessionId: string | null },
  here: string | null,
) => here !== null && token.sessionId === here && token.accountId === ctx.actor?.accountId;

function replaceAddress(tx: Transaction, ctx: Context, account: Account, email: string): void {
  const { id, personId } = account;
  tellOldAddress(tx, ctx, account, email);
  tx.update(accounts).set({ email, emailVerifiedAt: ctx.now }).where(eq(accounts.id, id)).run();
  tx.update(persons).set({ email, updatedAt: ctx.now }).where(eq(persons.id, personId)).run();
  endOpenTokens(tx, { accountId: id, personId, emails: [account.email, email] });
  recordAudit(tx, ctx, { action: "account.address-changed", subjectId: id, personId });
}

function tellOldAddress(tx: Transaction, ctx: Context, account: Account, email: string): void {
  const person = getPerson(tx, account.personId);
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
