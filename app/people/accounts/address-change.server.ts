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
import { listAdministrators } from "~/people/roles/administrators.server";
import { getPerson } from "~/people/persons/person.server";
import { type Account, findAccountOf, getAccount, isAddressTaken } from "./account.server";
import { isShut } from "./account-state";

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

/** Why no other address was proposed for an account. */
export type ProposalRefusal =
  "no-account" | "own-account" | "account-shut" | "same-address" | "address-taken" | "enough-links";

/**
 * An administrator proposes another address for somebody's account. Both addresses are told; nothing changes until the new
 * one is proved by its link, which works in any browser, once, for 48 hours. A pending change of the owner's ends.
 */
export function proposeAddress(
  ctx: ActorContext,
  { personId, email, reason }: { personId: string; email: string; reason: string },
): Outcome<{ email: string }, ProposalRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const account = findAccountOf(tx, personId);
    if (!account) return refuse("no-account");
    if (account.id === ctx.actor.accountId) return refuse("own-account");
    if (isShut(account)) return refuse("account-shut");
    if (email === account.email) return refuse("same-address");
    if (isAddressTaken(tx, email, personId)) return refuse("address-taken");
    if (!takeTries(tx, ctx.now, [unprovedMailsTo(email)]).ok) return refuse("enough-links");
    const proposal = { accountId: account.id, email, proposedBy: ctx.actor.personId };
    tellBoth(tx, ctx, account, email, issueToken(tx, ctx, "change-address", proposal));
    const detail = { reason, changes: { email: [account.email, email] } };
    recordAudit(tx, ctx, { action: "account.address-proposed", subjectId: account.id, personId, detail });
    return ok({ email });
  });
}

function tellBoth(tx: Transaction, ctx: ActorContext, account: Account, email: string, token: string): void {
  const provider = getHomeProvider(tx);
  const about = { subjectId: account.id, personId: account.personId, occasion: String(ctx.now) };
  const who = {
    personName: displayNameOf(getPerson(tx, account.personId)),
    proposerName: ctx.actor.name,
    providerName: provider.name,
  };
  const actionUrl = `${origin}/email-address/confirm?token=${token}`;
  const payload = { ...who, actionUrl, validFor: "48 hours" };
  enqueueMessage(tx, ctx, { kind: "prove-address", recipient: email, ...about, payload });
  const proposedAt = formatDateTime(ctx.now, provider.timeZone);
  const told = { ...who, newAddress: email, proposedAt, accountUrl: `${origin}/email-address` };
  enqueueMessage(tx, ctx, { kind: "address-proposed", recipient: account.email, ...about, payload: told });
}

/**
 * The new address that a link is for, if it is opened in the signed-in browser in which it was asked for, or if an
 * administrator proposed it. Looking changes nothing (R5).
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
 * Gives the account the new address that its link has proved, tells the old address and ends the account's other open
 * links. Signs nobody in.
 */
export function confirmAddressChange(
  ctx: Context,
  link: { token: string; sessionId: string | null },
): Outcome<{ email: string }, "link-expired" | "other-browser" | "address-taken" | "too-many-tries"> {
  const opened = openSecretLink(ctx, () => readLink(ctx.db, ctx.now, link.token));
  if (!opened.ok) return opened;
  return inTransaction(ctx.db, (tx) => {
    const token = readLink(tx, ctx.now, link.token);
    if (!token) return refuse("link-expired");
    if (!belongsHere(ctx, token, link.sessionId)) return refuse("other-browser");
    const account = getAccount(tx, token.accountId);
    if (isAddressTaken(tx, token.email, account.personId)) return refuse("address-taken");
    useToken(tx, ctx, "change-address", link.token);
    replaceAddress(tx, ctx, account, token.email);
    return ok({ email: token.email });
  });
}

function readLink(db: Reader, now: number, secret: string) {
  const token = findToken(db, now, "change-address", secret);
  if (!token?.email || !token.accountId) return null;
  if (isShut(getAccount(db, token.accountId))) return null;
  return { ...token, email: token.email, accountId: token.accountId };
}

/** Whoever asked does not prove a mailbox alone: the link works where they asked. Whom staff ask does, wherever they are. */
const belongsHere = (ctx: Context, token: NonNullable<ReturnType<typeof readLink>>, here: string | null) =>
  token.proposedBy !== null || (here !== null && token.sessionId === here && token.accountId === ctx.actor?.accountId);

function replaceAddress(tx: Transaction, ctx: Context, account: Account, email: string): void {
  const { id, personId } = account;
  tellOldAddress(tx, ctx, account, email);
  tx.update(accounts).set({ email, emailVerifiedAt: ctx.now }).where(eq(accounts.id, id)).run();
  tx.update(persons).set({ email, updatedAt: ctx.now }).where(eq(persons.id, personId)).run();
  endOpenTokens(tx, { accountId: id, personId, emails: [account.email, email] });
  const detail = { changes: { email: [account.email, email] } };
  recordAudit(tx, ctx, { action: "account.address-changed", subjectId: id, personId, detail });
}

function tellOldAddress(tx: Transaction, ctx: Context, account: Account, email: string): void {
  const person = getPerson(tx, account.personId);
  enqueueMessage(tx, ctx, {
    kind: "address-changed",
    subjectId: account.id,
    personId: person.id,
    recipient: account.email,
    occasion: String(ctx.now),
    replyTo: listAdministrators(tx)[0] ?? null,
    payload: {
      personName: displayNameOf(person),
      newAddress: email,
      changedAt: formatDateTime(ctx.now, getHomeProvider(tx).timeZone),
      resetUrl: `${origin}/forgot-password`,
    },
  });
}
