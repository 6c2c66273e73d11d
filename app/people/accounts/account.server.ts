import { eq } from "drizzle-orm";
import { accounts, persons } from "#drizzle/schema/people";
import { grants } from "#drizzle/schema/grants";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { openSecretLink } from "~/platform/secrets/secret-link.server";
import { findToken, useToken } from "./account-token.server";
import { hashNewPassword } from "./password.server";
import type { PasswordRefusal } from "./password-rule";

export type Account = typeof accounts.$inferSelect;

/** What is known of somebody who gets an account. */
export interface NewAccount {
  legalFirst: string;
  legalLast: string;
  email: string;
}

/** What setting up by the one-time link is refused for, with the link itself. */
type SetupRefusal = "link-expired" | "too-many-tries" | PasswordRefusal;

/** Sets up the first administrator by the one-time link that an empty production database prints. */
export async function setUpFirstAdministrator(
  ctx: Context,
  input: NewAccount & { token: string; password: string },
): Promise<Outcome<{ accountId: string }, SetupRefusal>> {
  const opened = openSecretLink(ctx, () => findSetup(ctx.db, ctx.now, input.token));
  if (!opened.ok) return opened;
  const hashed = await hashNewPassword(input.password, [input.email, input.legalFirst, input.legalLast]);
  if (!hashed.ok) return hashed;
  return inTransaction(ctx.db, (tx) => {
    if (!findSetup(tx, ctx.now, input.token)) return refuse("link-expired");
    useToken(tx, ctx, "setup", input.token);
    const account = insertAccount(tx, ctx, { ...input, passwordHash: hashed.value }, ctx.now);
    tx.insert(grants).values({ id: newId(), personId: account.personId, role: "admin", grantedAt: ctx.now }).run();
    recordAudit(tx, ctx, { action: "account.first-administrator", subjectId: account.id, personId: account.personId });
    return ok({ accountId: account.id });
  });
}

/** The link with which the first administrator sets up; null once anybody can sign in. */
export function findSetup(db: Reader, now: number, secret: string) {
  return hasAccounts(db) ? null : findToken(db, now, "setup", secret);
}

/** Whether anybody can sign in at all. */
export function hasAccounts(db: Reader): boolean {
  return db.select({ id: accounts.id }).from(accounts).limit(1).get() !== undefined;
}

/**
 * Inserts an account, with the person whom staff already entered under that address, or a new one.
 * @param verifiedAt when the address was proved
 */
export function insertAccount(
  tx: Transaction,
  ctx: Context,
  input: NewAccount & { passwordHash: string },
  verifiedAt: number,
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

/**
 * An account that a row of ours, or a signed-in browser, stands for.
 * @throws Error when there is none
 */
export function getAccount(db: Reader, accountId: string): Account {
  return rowOf(db.select().from(accounts).where(eq(accounts.id, accountId)), `account ${accountId}`);
}

/** Sets the password of an account that nobody had proved, for somebody who has proved its address. */
export function proveAccount(tx: Transaction, ctx: Context, account: Account, passwordHash: string): void {
  tx.update(accounts).set({ passwordHash, emailVerifiedAt: ctx.now }).where(eq(accounts.id, account.id)).run();
  recordAudit(tx, ctx, { action: "account.verified", subjectId: account.id, personId: account.personId });
}

/** Whether an address belongs to somebody else than this person, who may not be known yet. */
export function isAddressTaken(db: Reader, email: string, personId: string | null = null): boolean {
  const owner = db.select({ id: persons.id }).from(persons).where(eq(persons.email, email)).get();
  return [findAccountByEmail(db, email)?.personId, owner?.id].some(
    (other) => other !== undefined && other !== personId,
  );
}

/** The account that an address signs in to, proved or not. */
export function findAccountByEmail(db: Reader, email: string): Account | null {
  return db.select().from(accounts).where(eq(accounts.email, email)).get() ?? null;
}

/** A person's account, proved or not. */
export function findAccountOf(db: Reader, personId: string): Account | null {
  return db.select().from(accounts).where(eq(accounts.personId, personId)).get() ?? null;
}
