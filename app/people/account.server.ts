import { hash, verify } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { accounts, grants, persons } from "#drizzle/schema/people";
import { recordAudit } from "~/platform/audit.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database.server";
import { origin } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/platform/outbox.server";
import { issueToken, useToken } from "./account-token.server";
import { replaceAddress } from "./email-address.server";
import { displayNameOf } from "./name";
import { endAllSignInSessions } from "./sign-in-session.server";

export interface SignUpInput {
  legalFirst: string;
  legalLast: string;
  email: string;
  password: string;
}

/** Hashes a password with argon2id. Slow on purpose: never inside a transaction. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/**
 * Signs a person up and mails a link to prove the address. To whoever asks, an address that already has an account
 * looks the same; its owner gets a mail that says so.
 */
export async function signUp(ctx: Context, input: SignUpInput): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  inTransaction(ctx.db, (tx) => {
    const existing = findAccountByEmail(tx, input.email);
    if (existing?.emailVerifiedAt) {
      enqueueMessage(tx, ctx, {
        kind: "address-in-use",
        subjectId: existing.id,
        personId: existing.personId,
        recipient: existing.email,
        occasion: String(ctx.now),
        payload: {
          personName: nameOf(tx, existing.personId),
          signInUrl: `${origin}/sign-in`,
          resetUrl: `${origin}/forgot-password`,
        },
      });
      return;
    }
    // Nobody has proved the address yet: the newest password is the one that its link confirms.
    if (existing) tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, existing.id)).run();
    const account = existing ?? insertAccount(tx, ctx, { ...input, passwordHash });
    const token = issueToken(tx, ctx, "verify-address", { accountId: account.id });
    enqueueMessage(tx, ctx, {
      kind: "verify-address",
      subjectId: account.id,
      personId: account.personId,
      recipient: account.email,
      occasion: String(ctx.now),
      payload: {
        personName: nameOf(tx, account.personId),
        actionUrl: `${origin}/verify-email?token=${token}`,
        validFor: "48 hours",
      },
    });
  });
}

/** Proves an address by the link's secret; one that was asked for on the page of addresses replaces the old one. */
export function verifyAddress(ctx: Context, secret: string): Outcome<{ accountId: string }, "link-expired"> {
  return inTransaction(ctx.db, (tx) => {
    const token = useToken(tx, ctx, "verify-address", secret);
    if (!token?.accountId) return refuse("link-expired");
    if (token.email && !replaceAddress(tx, ctx, token.accountId, token.email).ok) return refuse("link-expired");
    tx.update(accounts).set({ emailVerifiedAt: ctx.now }).where(eq(accounts.id, token.accountId)).run();
    recordAudit(tx, ctx, { action: "account.verified", subjectId: token.accountId });
    return ok({ accountId: token.accountId });
  });
}

// Checked when no account has the address, so that the answer takes as long either way.
const dummyHash = hashPassword("no account has this password");

/** The account of an address and password, if both are right and the address is proved. */
export async function signIn(
  ctx: Context,
  input: { email: string; password: string },
): Promise<Outcome<{ accountId: string }, "wrong-password" | "not-verified">> {
  const account = findAccountByEmail(ctx.db, input.email);
  const right = await verify(account?.passwordHash ?? (await dummyHash), input.password);
  if (!account || !right) return refuse("wrong-password");
  if (!account.emailVerifiedAt) return refuse("not-verified");
  recordAudit(ctx.db, ctx, { action: "account.signed-in", subjectId: account.id, personId: account.personId });
  return ok({ accountId: account.id });
}

/** Mails a link to set a new password, if the address has an account. The answer is the same either way. */
export function requestPasswordReset(ctx: Context, email: string): void {
  inTransaction(ctx.db, (tx) => {
    const account = findAccountByEmail(tx, email);
    if (!account) return;
    const token = issueToken(tx, ctx, "reset-password", { accountId: account.id });
    enqueueMessage(tx, ctx, {
      kind: "reset-password",
      subjectId: account.id,
      personId: account.personId,
      recipient: account.email,
      occasion: String(ctx.now),
      payload: {
        personName: nameOf(tx, account.personId),
        actionUrl: `${origin}/reset-password?token=${token}`,
        validFor: "1 hour",
      },
    });
  });
}

/** Sets a new password by the link's secret and signs the account out everywhere. The link proves the address, too. */
export async function resetPassword(
  ctx: Context,
  input: { token: string; password: string },
): Promise<Outcome<{ accountId: string }, "link-expired">> {
  const passwordHash = await hashPassword(input.password);
  const outcome = inTransaction(ctx.db, (tx) => {
    const token = useToken(tx, ctx, "reset-password", input.token);
    if (!token?.accountId) return refuse("link-expired");
    tx.update(accounts).set({ passwordHash, emailVerifiedAt: ctx.now }).where(eq(accounts.id, token.accountId)).run();
    recordAudit(tx, ctx, { action: "account.password-reset", subjectId: token.accountId });
    return ok({ accountId: token.accountId });
  });
  if (outcome.ok) await endAllSignInSessions(ctx.db, outcome.value.accountId);
  return outcome;
}

/** Sets up the first administrator by the one-time link that an empty production database prints. */
export async function setUpFirstAdministrator(
  ctx: Context,
  input: SignUpInput & { token: string },
): Promise<Outcome<{ accountId: string }, "link-expired">> {
  const passwordHash = await hashPassword(input.password);
  return inTransaction(ctx.db, (tx) => {
    if (hasAccounts(tx) || !useToken(tx, ctx, "setup", input.token)) return refuse("link-expired");
    const account = insertAccount(tx, ctx, { ...input, passwordHash }, ctx.now);
    tx.insert(grants).values({ id: newId(), personId: account.personId, role: "admin", grantedAt: ctx.now }).run();
    recordAudit(tx, ctx, { action: "account.first-administrator", subjectId: account.id, personId: account.personId });
    return ok({ accountId: account.id });
  });
}

/** Whether anybody can sign in at all. */
export function hasAccounts(db: Reader): boolean {
  return db.select({ id: accounts.id }).from(accounts).limit(1).get() !== undefined;
}

/**
 * Inserts an account, with the person whom staff already entered under that address, or a new one.
 * @param verifiedAt when the address was proved by other means; null waits for the link
 */
export function insertAccount(
  tx: Transaction,
  ctx: Context,
  input: Omit<SignUpInput, "password"> & { passwordHash: string },
  verifiedAt: number | null = null,
) {
  const { email, passwordHash, legalFirst, legalLast } = input;
  const known = tx.select({ id: persons.id }).from(persons).where(eq(persons.email, email)).get();
  const personId = known?.id ?? newId();
  if (!known) {
    tx.insert(persons)
      .values({ id: personId, legalFirst, legalLast, email, createdAt: ctx.now, updatedAt: ctx.now })
      .run();
  }
  const account = { id: newId(), personId, email, passwordHash, emailVerifiedAt: verifiedAt, createdAt: ctx.now };
  tx.insert(accounts).values(account).run();
  recordAudit(tx, ctx, { action: "account.created", subjectId: account.id, personId });
  return account;
}

function findAccountByEmail(db: Reader, email: string) {
  return db.select().from(accounts).where(eq(accounts.email, email)).get() ?? null;
}

function nameOf(db: Reader, personId: string): string {
  const person = db.select().from(persons).where(eq(persons.id, personId)).get();
  return person ? displayNameOf(person) : "";
}
