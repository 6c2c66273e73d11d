import { eq } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { clearTries } from "~/platform/secrets/attempts.server";
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
import { passwordTries } from "./account-limit.server";
import { isShut } from "./account-state";
import { endOpenTokens, expiryOf, findToken, issueToken, useToken } from "./account-token.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { displayNameOf, type PersonName } from "~/people/persons/name";
import { findPerson } from "~/people/persons/person.server";
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
 * @param input `purpose` is what awaits them, in words: "a place in Number talks"
 */
export function enterAndInvite(
  tx: Transaction,
  ctx: ActorContext,
  input: { legalFirst: string; legalLast: string; email: string; purpose: string },
): string {
  const { purpose, ...names } = input;
  const id = newId();
  tx.insert(persons)
    .values({ id, ...names, createdAt: ctx.now, updatedAt: ctx.now })
    .run();
  recordAudit(tx, ctx, { action: "person.added", subjectId: id, personId: id });
  sendInvitation(tx, ctx, { id, ...names, preferredName: null }, purpose);
  recordAudit(tx, ctx, { action: "person.invited", subjectId: id, personId: id });
  return id;
}

/**
 * Whom an invitation's secret is for; null when it does not work any more. Looking does not use it up (R5).
 * @throws Response 429
 */
export function findInvitation(ctx: Context, secret: string): { name: string; email: string } | null {
  const found = findBehindLink(ctx, () => findInvited(ctx.db, ctx.now, secret));
  return found && { name: displayNameOf(found.person), email: found.email };
}

/** Makes the invited person's account with the password they chose. The link proves the address; other open links end. */
export async function acceptInvitation(
  ctx: Context,
  input: { token: string; password: string },
): Promise<Outcome<{ accountId: string }, "link-expired" | "too-many-tries" | PasswordRefusal>> {
  const opened = openSecretLink(ctx, () => findInvited(ctx.db, ctx.now, input.token));
  if (!opened.ok) return opened;
  const { legalFirst, legalLast, preferredName } = opened.value.person;
  const hashed = await hashNewPassword(input.password, [opened.value.email, legalFirst, legalLast, preferredName]);
  if (!hashed.ok) return hashed;
  return inTransaction(ctx.db, (tx) => {
    const found = findInvited(tx, ctx.now, input.token);
    if (!found) return refuse("link-expired");
    useToken(tx, ctx, "invitation", input.token);
    const accountId = giveAccount(tx, ctx, found, hashed.value);
    endOpenTokens(tx, { accountId, personId: found.person.id, emails: [found.email] });
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

type Invited = NonNullable<ReturnType<typeof findInvited>>;

/** The person behind a working link: still without a proved account, still reached at the address it was sent to. */
function findInvited(db: Reader, now: number, secret: string) {
  const token = findToken(db, now, "invitation", secret);
  if (!token?.personId || !token.email) return null;
  const person = findPerson(db, token.personId);
  if (!person || person.email !== token.email) return null;
  const account = findAccountOf(db, person.id);
  if (account && (account.emailVerifiedAt || isShut(account))) return null;
  return { person, email: token.email };
}

function sendInvitation(
  tx: Transaction,
  ctx: ActorContext,
  person: PersonName & { id: string; email: string },
  purpose: string | null = null,
): void {
  const { email } = person;
  const provider = getHomeProvider(tx);
  const secret = issueToken(tx, ctx, "invitation", { personId: person.id, email });
  enqueueMessage(tx, ctx, {
    kind: "account-invitation",
    subjectId: person.id,
    personId: person.id,
    recipient: email,
    occasion: String(ctx.now),
    payload: {
      personName: displayNameOf(person),
      inviterName: ctx.actor.name,
      providerName: provider.name,
      purpose,
      actionUrl: `${origin}/invitation?token=${secret}`,
      validUntil: formatDateTime(expiryOf("invitation", ctx.now), provider.timeZone),
    },
  });
}
