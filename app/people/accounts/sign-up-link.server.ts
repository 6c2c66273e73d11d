import { eq } from "drizzle-orm";
import { accounts, persons } from "#drizzle/schema/people";
import {
  asksFirstWorkplace,
  checkFirstWorkplace,
  enterFirstWorkplace,
  type FirstWorkplace,
  type FirstWorkplaceRefusal,
} from "~/people/affiliations/first-workplace.server";
import { getPerson } from "~/people/persons/person.server";
import { clearTries } from "~/platform/secrets/attempts.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { findBehindLink, openSecretLink } from "~/platform/secrets/secret-link.server";
import { findAccountByEmail, findAccountOf, insertAccount, proveAccount } from "./account.server";
import { isShut } from "./account-state";
import { passwordTries } from "./account-limit.server";
import { endOpenTokens, findToken, useToken } from "./account-token.server";
import { hashNewPassword } from "./password.server";
import type { PasswordRefusal } from "./password-rule";

interface FinishInput {
  token: string;
  legalFirst: string;
  legalLast: string;
  password: string;
  workplace?: FirstWorkplace;
}

/**
 * What the page behind a sign-up's link shows: the address, and the name, which is on record already where staff entered
 * the person (R8). Null for a link that does not work any more. Looking does not use it up (R5).
 * @throws Response 429
 */
export function findSignUp(ctx: Context, secret: string) {
  const found = findBehindLink(ctx, () => readLink(ctx.db, ctx.now, secret));
  if (!found) return null;
  const { email, legalFirst, legalLast, onRecord, personId } = found;
  return { email, legalFirst, legalLast, onRecord, asksWorkplace: asksFirstWorkplace(ctx.db, personId) };
}

/**
 * Whoever opens a sign-up's link has proved the mailbox: the account is made with the password that they choose now. The
 * links of other sign-ups with the address stop working.
 */
export async function finishSignUp(
  ctx: Context,
  input: FinishInput,
): Promise<
  Outcome<{ accountId: string }, "link-expired" | "too-many-tries" | PasswordRefusal | FirstWorkplaceRefusal>
> {
  const opened = openSecretLink(ctx, () => readLink(ctx.db, ctx.now, input.token));
  if (!opened.ok) return opened;
  const answered = checkFirstWorkplace(ctx.db, opened.value.personId, input.workplace);
  if (!answered.ok) return answered;
  const { email, legalFirst, legalLast } = named(opened.value, input);
  const hashed = await hashNewPassword(input.password, [email, legalFirst, legalLast]);
  if (!hashed.ok) return hashed;
  return inTransaction(ctx.db, (tx) => {
    const link = readLink(tx, ctx.now, input.token);
    if (!link) return refuse("link-expired");
    useToken(tx, ctx, "verify-address", input.token);
    const names = named(link, input);
    if (link.account) proveAccount(tx, ctx, link.account, hashed.value);
    const { id, personId } = link.account ?? insertAccount(tx, ctx, { ...names, passwordHash: hashed.value }, ctx.now);
    if (link.account && !link.onRecord) correctName(tx, ctx, personId, names);
    enterFirstWorkplace(tx, ctx, personId, input.workplace);
    endOpenTokens(tx, { accountId: id, personId, emails: [email] });
    clearTries(tx, [passwordTries(email)]);
    return ok({ accountId: id });
  });
}

type Link = NonNullable<ReturnType<typeof readLink>>;

/** The name on record stays: records of staff bear it, and the profile is where people change it. */
const named = (link: Link, input: FinishInput) =>
  link.onRecord ? link : { email: link.email, legalFirst: input.legalFirst.trim(), legalLast: input.legalLast.trim() };

/** What a working link stands for; nothing where the address has a proved account by now. */
function readLink(db: Reader, now: number, secret: string) {
  const token = findToken(db, now, "verify-address", secret);
  if (!token) return null;
  const email = token.accountId ? findEmailOfEarlier(db, token) : token.email;
  if (!email) return null;
  const account = findAccountByEmail(db, email);
  if (account && (account.emailVerifiedAt || isShut(account))) return null;
  const person = account
    ? getPerson(db, account.personId)
    : db.select().from(persons).where(eq(persons.email, email)).get();
  if (!account && person && findAccountOf(db, person.id)) return null;
  // Made together with an account that nobody has proved: then the name is whatever was typed at that sign-up.
  const onRecord = person !== undefined && person.createdAt !== account?.createdAt;
  const { legalFirst, legalLast } = onRecord ? person : typedNames(token, person);
  return { email, account, onRecord, personId: person?.id ?? null, legalFirst, legalLast };
}

type TokenRow = NonNullable<ReturnType<typeof findToken>>;
type Names = { legalFirst: string; legalLast: string };

const typedNames = (token: TokenRow, person: Names | undefined): Names => ({
  legalFirst: token.legalFirst ?? person?.legalFirst ?? "",
  legalLast: token.legalLast ?? person?.legalLast ?? "",
});

/**
 * Earlier versions made the account at once and proved it by a link that names the account. One that names an address, too,
 * was a change of address, which takes the browser that asked for it.
 */
function findEmailOfEarlier(db: Reader, token: TokenRow): string | null {
  if (token.email || !token.accountId) return null;
  return db.select().from(accounts).where(eq(accounts.id, token.accountId)).get()?.email ?? null;
}

function correctName(tx: Transaction, ctx: Context, personId: string, { legalFirst, legalLast }: Names): void {
  const before = getPerson(tx, personId);
  if (before.legalFirst === legalFirst && before.legalLast === legalLast) return;
  tx.update(persons).set({ legalFirst, legalLast, updatedAt: ctx.now }).where(eq(persons.id, personId)).run();
  const detail = { fields: ["legalFirst", "legalLast"] };
  recordAudit(tx, ctx, { action: "person.updated", subjectId: personId, personId, detail });
}
