import { eq } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { clearTries, takeTries } from "~/platform/secrets/attempts.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatDateTime } from "~/platform/format";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { findBehindLink, openSecretLink } from "~/platform/secrets/secret-link.server";
import { findAccountOf, insertAccount, isAddressTaken, proveAccount } from "./account.server";
import { passwordTries, unprovedMailsTo } from "./account-limit.server";
import { endOpenTokens, expiryOf, findLapsedInvitation, findToken, issueToken, useToken } from "./account-token.server";
import {
  asksFirstWorkplace,
  checkFirstWorkplace,
  enterFirstWorkplace,
  type FirstWorkplace,
  type FirstWorkplaceRefusal,
} from "~/people/affiliations/first-workplace.server";
import { isShut } from "./account-state";
import type { Mailbox } from "~/platform/mail/mailbox";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { displayNameOf, type PersonName } from "~/people/persons/name";
import { findMailbox, findPerson } from "~/people/persons/person.server";
import { hashNewPassword } from "./password.server";
import type { PasswordRefusal } from "./password-rule";

export type InvitationRefusal = "unknown-person" | "has-account" | "account-shut" | "no-address" | "address-taken";

/** Each refusal in plain words: why, and what to do next. */
export const INVITATION_REFUSALS: Record<InvitationRefusal, string> = {
  "unknown-person": "This person does not exist any more.",
  "has-account": "This person has an account already and can sign in.",
  "account-shut": "This account is locked or closed. An administrator can open it again.",
  "no-address": "Enter an email address: the invitation goes there.",
  "address-taken": "Another person has this email address.",
};

/**
 * Staff invite a person who has no account: a link for 30 days goes to their address, which is entered now
 * if it was not known. Earlier invitations stop working.
 */
export function invitePerson(
  ctx: ActorContext,
  input: { personId: string; email?: string | null | undefined },
): Outcome<{ email: string }, InvitationRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const person = findPerson(tx, input.personId);
    if (!person) return refuse("unknown-person");
    const account = findAccountOf(tx, person.id);
    if (account?.emailVerifiedAt) return refuse("has-account");
    if (account && isShut(account)) return refuse("account-shut");
    const email = person.email ?? input.email;
    if (!email) return refuse("no-address");
    if (!person.email) {
      if (isAddressTaken(tx, email)) return refuse("address-taken");
      tx.update(persons).set({ email, updatedAt: ctx.now }).where(eq(persons.id, person.id)).run();
    }
    sendInvitation(tx, ctx, { ...person, email });
    recordAudit(tx, ctx, { action: "person.invited", subjectId: person.id, personId: person.id });
    return ok({ email });
  });
}

/**
 * Enters a person whom staff name and invites them, in the transaction of a command that has checked that nobody has the
 * address (R8). Returns the person's id.
 * @param input `purpose` is what awaits them, in words: "a seat in Number talks"; the link lasts `until` an instant at least
 */
export function enterAndInvite(
  tx: Transaction,
  ctx: ActorContext,
  input: { legalFirst: string; legalLast: string; email: string; purpose: string; until: number },
): string {
  const { purpose, until, ...names } = input;
  const id = newId();
  tx.insert(persons)
    .values({ id, ...names, createdAt: ctx.now, updatedAt: ctx.now })
    .run();
  recordAudit(tx, ctx, { action: "person.added", subjectId: id, personId: id });
  sendInvitation(tx, ctx, { id, ...names, preferredName: null }, { purpose, until });
  recordAudit(tx, ctx, { action: "person.invited", subjectId: id, personId: id });
  return id;
}

/**
 * Whom an invitation's secret is for; null when it does not work any more. Looking does not use it up (R5).
 * @throws Response 429
 */
export function findInvitation(ctx: Context, secret: string) {
  const found = findBehindLink(ctx, () => findInvited(ctx.db, ctx.now, secret));
  if (!found) return null;
  const { person, email } = found;
  return { name: displayNameOf(person), email, asksWorkplace: asksFirstWorkplace(ctx.db, person.id) };
}

/** Makes the invited person's account with the password they chose. The link proves the address; other open links end. */
export async function acceptInvitation(
  ctx: Context,
  input: { token: string; password: string; workplace?: FirstWorkplace },
): Promise<
  Outcome<{ accountId: string }, "link-expired" | "too-many-tries" | PasswordRefusal | FirstWorkplaceRefusal>
> {
  const opened = openSecretLink(ctx, () => findInvited(ctx.db, ctx.now, input.token));
  if (!opened.ok) return opened;
  const { legalFirst, legalLast, preferredName, id: personId } = opened.value.person;
  const answered = checkFirstWorkplace(ctx.db, personId, input.workplace);
  if (!answered.ok) return answered;
  const hashed = await hashNewPassword(input.password, [opened.value.email, legalFirst, legalLast, preferredName]);
  if (!hashed.ok) return hashed;
  return inTransaction(ctx.db, (tx) => {
    const found = findInvited(tx, ctx.now, input.token);
    if (!found) return refuse("link-expired");
    useToken(tx, ctx, "invitation", input.token);
    const accountId = giveAccount(tx, ctx, found, hashed.value);
    enterFirstWorkplace(tx, ctx, personId, input.workplace);
    endOpenTokens(tx, { accountId, personId, emails: [found.email] });
    clearTries(tx, [passwordTries(found.email)]);
    return ok({ accountId });
  });
}

/** The invited person's account: a new one, or one that an earlier version made and nobody proved. */
function giveAccount(tx: Transaction, ctx: Context, { person, email }: Invited, passwordHash: string): string {
  const unproved = findAccountOf(tx, person.id);
  const { legalFirst, legalLast } = person;
  if (!unproved) return insertAccount(tx, ctx, { legalFirst, legalLast, email, passwordHash }, ctx.now).id;
  proveAccount(tx, ctx, unproved, passwordHash);
  return unproved.id;
}

/**
 * Whether an invitation's link has lapsed before it was used, and could be answered with a new one.
 * @throws Response 429
 */
export function isRenewable(ctx: Context, secret: string): boolean {
  return findBehindLink(ctx, () => findLapsed(ctx.db, ctx.now, secret)) !== null;
}

/**
 * Whoever opens a lapsed invitation gets a new one, at the address that the old one went to: three an hour at most. The
 * answer is the same whether one was sent or not.
 */
export function renewInvitation(ctx: Context, secret: string): Outcome<null, "link-expired" | "too-many-tries"> {
  const opened = openSecretLink(ctx, () => findLapsed(ctx.db, ctx.now, secret));
  if (!opened.ok) return opened;
  return inTransaction(ctx.db, (tx) => {
    const found = findLapsed(tx, ctx.now, secret);
    if (!found) return refuse("link-expired");
    const { person, email } = found;
    if (!takeTries(tx, ctx.now, [unprovedMailsTo(email)]).ok) return ok(null);
    sendInvitation(tx, ctx, { ...person, email });
    recordAudit(tx, ctx, { action: "person.invited", subjectId: person.id, personId: person.id });
    return ok(null);
  });
}

/** Staff invite somebody again, in the transaction of a command that has checked the right to them (R8). */
export function inviteAgain(
  tx: Transaction,
  ctx: ActorContext,
  person: PersonName & { id: string; email: string },
  about: { purpose: string; until: number },
): void {
  sendInvitation(tx, ctx, person, about);
  recordAudit(tx, ctx, { action: "person.invited", subjectId: person.id, personId: person.id });
}

type Invited = NonNullable<ReturnType<typeof findInvited>>;

/** The person behind a working link: still without a proved account, still reached at the address it was sent to. */
function findInvited(db: Reader, now: number, secret: string) {
  return personBehind(db, findToken(db, now, "invitation", secret));
}

function findLapsed(db: Reader, now: number, secret: string) {
  return personBehind(db, findLapsedInvitation(db, now, secret));
}

function personBehind(db: Reader, token: { personId: string | null; email: string | null } | null) {
  if (!token?.personId || !token.email) return null;
  const person = findPerson(db, token.personId);
  if (!person || person.email !== token.email) return null;
  const account = findAccountOf(db, person.id);
  if (account && (account.emailVerifiedAt || isShut(account))) return null;
  return { person, email: token.email };
}

/** Who reads answers where nobody in particular invites; null where the provider names no address. */
const contactOf = ({ contactName, contactEmail }: ReturnType<typeof getHomeProvider>): Mailbox | null =>
  contactEmail === null ? null : { name: contactName, address: contactEmail };

function sendInvitation(
  tx: Transaction,
  ctx: Context,
  person: PersonName & { id: string; email: string },
  { purpose = null, until = 0 }: { purpose?: string | null; until?: number } = {},
): void {
  const { email } = person;
  const provider = getHomeProvider(tx);
  const secret = issueToken(tx, ctx, "invitation", { personId: person.id, email }, until);
  enqueueMessage(tx, ctx, {
    kind: "account-invitation",
    subjectId: person.id,
    personId: person.id,
    recipient: email,
    occasion: String(ctx.now),
    replyTo: (ctx.actor && findMailbox(tx, ctx.actor.personId)) ?? contactOf(provider),
    payload: {
      personName: displayNameOf(person),
      inviterName: ctx.actor?.name ?? provider.name,
      providerName: provider.name,
      purpose,
      actionUrl: `${origin}/invitation?token=${secret}`,
      validUntil: formatDateTime(expiryOf("invitation", ctx.now, until), provider.timeZone),
    },
  });
}
