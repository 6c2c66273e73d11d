import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accounts, accountTokens, persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/messages";
import { auditEntries } from "#drizzle/schema/platform";
import { insertAccount } from "~/people/accounts/account.server";
import { deleteLapsedTokens, issueToken } from "~/people/accounts/account-token.server";
import { hashPassword } from "~/people/accounts/password.server";
import { signIn } from "~/people/accounts/sign-in.server";
import { signUp } from "~/people/accounts/sign-up.server";
import { findSignUp, finishSignUp } from "~/people/accounts/sign-up-link.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { action as signUpAction } from "~/routes/account/sign-up";
import { action as finish, loader as page } from "~/routes/account/verify-email";
import { makeAccount, MARIA, secretSent } from "../../support/accounts";
import { HOUR, TEST_NOW } from "../../support/clock";
import { systemContext, useTestDatabase } from "../../support/database";
import { messagesOf } from "../../support/outbox";
import { get, post, thrownBy } from "../../support/request";

let db: Database;
beforeEach(() => (db = useTestDatabase()));

const args = (request: Request) => ({ request, params: {}, context: {} });
const ctxAt = (now = TEST_NOW) => systemContext(db, now);
/** What each of the two pages asks for. */
const NAMES = { legalFirst: MARIA.legalFirst, legalLast: MARIA.legalLast };
const ASKED = { ...NAMES, email: MARIA.email };
const STRANGER = { ...MARIA, legalFirst: "Stran", legalLast: "Ger", password: "a stranger's password" };

function makeKnown(more: Partial<typeof persons.$inferInsert> = {}) {
  const known = { id: "known", legalFirst: "Maria", legalLast: "Known", email: MARIA.email };
  db.insert(persons)
    .values({ ...known, createdAt: TEST_NOW - HOUR, updatedAt: TEST_NOW, ...more })
    .run();
}

/** An account as earlier versions made it at sign-up: with a password, unproved, and a link that names it. */
async function signUpAsBefore(password: string): Promise<string> {
  const passwordHash = await hashPassword(password);
  return inTransaction(db, (tx) => {
    const account = insertAccount(tx, ctxAt(), { ...STRANGER, passwordHash }, TEST_NOW);
    tx.update(accounts).set({ emailVerifiedAt: null }).run();
    return issueToken(tx, ctxAt(), "verify-address", { accountId: account.id });
  });
}

const NOWHERE = { "workplace.organisationId": "none" };

test("signing up makes no account; the link in the mailbox does, with the password chosen there", async () => {
  const form = { legalFirst: "Mria", legalLast: "Example", email: " Maria@Test.example " };
  const sent = await signUpAction(args(await post(db, "/sign-up", form)));
  expect(sent.data).toMatchObject({ sentTo: MARIA.email });
  expect(db.select().from(accounts).all()).toEqual([]);
  expect(db.select().from(persons).all()).toEqual([]);
  const token = secretSent(db);
  const { data } = await page(args(await get(db, `/verify-email?token=${token}`)));
  expect(data.signUp).toEqual({
    email: MARIA.email,
    legalFirst: "Mria",
    legalLast: "Example",
    onRecord: false,
    asksWorkplace: true,
  });
  const { legalFirst, legalLast, password } = MARIA;
  const done = await thrownBy(async () =>
    finish(args(await post(db, "/verify-email", { token, legalFirst, legalLast, password, ...NOWHERE }))),
  );
  expect(done.headers.get("Location")).toBe("/profile");
  expect(done.headers.get("Set-Cookie")).toContain("hourbook_session=");
  expect(db.select().from(persons).get()).toMatchObject({ legalFirst: "Maria", email: MARIA.email });
  expect((await signIn(ctxAt(), MARIA)).ok).toBe(true);
  const again = await finish(
    args(await post(db, "/verify-email", { token, legalFirst, legalLast, password, ...NOWHERE })),
  );
  expect(again.init?.status).toBe(409);
});

test("a link is stored as a digest only and a password as an argon2id hash", async () => {
  await makeAccount(ctxAt());
  expect(db.select().from(accounts).get()!.passwordHash).toMatch(/^\$argon2id\$/);
  signUp(ctxAt(), { ...MARIA, email: "other@test.example" });
  expect(JSON.stringify(db.select().from(accountTokens).all())).not.toContain(secretSent(db));
});

test("several sign-ups for one address are open at once, each with its own link, and using one ends the others", async () => {
  signUp(ctxAt(), STRANGER);
  const strangers = secretSent(db);
  signUp(ctxAt(TEST_NOW + 5), MARIA);
  const mine = secretSent(db);
  expect(findSignUp(ctxAt(), strangers)).toMatchObject({ legalFirst: "Stran" });
  expect((await finishSignUp(ctxAt(), { ...MARIA, workplace: null, token: mine })).ok).toBe(true);
  expect(findSignUp(ctxAt(), strangers)).toBeNull();
  expect(await finishSignUp(ctxAt(), { ...STRANGER, workplace: null, token: strangers })).toMatchObject({
    reason: "link-expired",
  });
  expect(await signIn(ctxAt(), STRANGER)).toMatchObject({ reason: "wrong-password" });
  expect((await signIn(ctxAt(), MARIA)).ok).toBe(true);
});

test("two links that are used at the same moment make one account", async () => {
  signUp(ctxAt(), STRANGER);
  const first = secretSent(db);
  signUp(ctxAt(), MARIA);
  const outcomes = await Promise.all(
    [first, secretSent(db)].map((token) => finishSignUp(ctxAt(), { ...MARIA, workplace: null, token })),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(db.select().from(accounts).all()).toHaveLength(1);
});

test("R5 looking at a link does not use it up, and it lapses after 48 hours", async () => {
  signUp(ctxAt(), MARIA);
  const token = secretSent(db);
  for (let i = 0; i < 3; i++) expect(findSignUp(ctxAt(), token)).not.toBeNull();
  expect(findSignUp(ctxAt(TEST_NOW + 48 * HOUR - 1), token)).not.toBeNull();
  expect(findSignUp(ctxAt(TEST_NOW + 48 * HOUR), token)).toBeNull();
  deleteLapsedTokens(ctxAt(TEST_NOW + 48 * HOUR));
  expect(db.select().from(accountTokens).all()).toEqual([]);
});

test("R8 signing up takes over the person whom staff entered, whose name stays", async () => {
  makeKnown();
  signUp(ctxAt(), STRANGER);
  const token = secretSent(db);
  expect(findSignUp(ctxAt(), token)).toMatchObject({ legalLast: "Known", onRecord: true });
  expect((await finishSignUp(ctxAt(), { ...STRANGER, workplace: null, token })).ok).toBe(true);
  expect(db.select().from(accounts).get()!.personId).toBe("known");
  expect(db.select().from(persons).all()).toMatchObject([{ legalFirst: "Maria", legalLast: "Known" }]);
});

test("the mail greets nobody by a name that a stranger typed", () => {
  signUp(ctxAt(), { ...STRANGER, legalFirst: "Win a prize at evil.example" });
  expect(JSON.stringify(messagesOf(db, "verify-address"))).not.toContain("evil.example");
});

test("signing up with an address that has an account changes nothing and tells its owner", async () => {
  await makeAccount(ctxAt());
  const before = [db.select().from(accounts).all(), db.select().from(accountTokens).all()];
  signUp(ctxAt(TEST_NOW + 5), STRANGER);
  expect([db.select().from(accounts).all(), db.select().from(accountTokens).all()]).toEqual(before);
  expect(db.select().from(outboxMessages).all().at(-1)).toMatchObject({
    kind: "address-in-use",
    recipient: MARIA.email,
  });
});

test("a mailbox gets three mails an hour, and to whoever asks it looks the same", () => {
  for (let i = 0; i < 5; i++) expect(signUp(ctxAt(TEST_NOW + i), MARIA)).toEqual({ ok: true, value: null });
  expect(messagesOf(db, "verify-address")).toHaveLength(3);
  signUp(ctxAt(TEST_NOW + HOUR), MARIA);
  expect(messagesOf(db, "verify-address")).toHaveLength(4);
});

test("300 sign-ups an hour are taken from one network, and the next is told when to try again", async () => {
  const ctx = { ...ctxAt(), address: "203.0.113.7" };
  for (let i = 0; i < 300; i++) expect(signUp(ctx, { ...MARIA, email: `p${i}@test.example` }).ok).toBe(true);
  const answer = await signUpAction(args(await post(db, "/sign-up", ASKED)));
  expect(answer.init).toMatchObject({ status: 429, headers: { "Retry-After": "3600" } });
  expect(JSON.stringify(answer.data)).toContain("Wait 1 hour, then try again.");
  expect(signUp({ ...ctx, address: "203.0.113.8" }, MARIA).ok).toBe(true);
});

test.each(["administrator", "maria@test.example", "Maria Example", "short"])(
  "the password %j comes back with words at its field, and the link stays open",
  async (password) => {
    signUp(ctxAt(), MARIA);
    const token = secretSent(db);
    const answer = await finish(args(await post(db, "/verify-email", { ...NAMES, ...NOWHERE, password, token })));
    expect(answer.data.result.error).toMatchObject({ password: [expect.any(String)] });
    expect(JSON.stringify(answer.data)).not.toContain(`"password":"${password}"`);
    expect(findSignUp(ctxAt(), token)).not.toBeNull();
  },
);

test("an unproved account of an earlier version is finished by its own link, with the password chosen there", async () => {
  const token = await signUpAsBefore(STRANGER.password);
  expect(await signIn(ctxAt(), STRANGER)).toMatchObject({ reason: "not-verified" });
  expect(findSignUp(ctxAt(), token)).toMatchObject({ legalFirst: "Stran", onRecord: false });
  expect((await finishSignUp(ctxAt(), { ...MARIA, workplace: null, token })).ok).toBe(true);
  expect((await signIn(ctxAt(), MARIA)).ok).toBe(true);
  expect(await signIn(ctxAt(), STRANGER)).toMatchObject({ reason: "wrong-password" });
  expect(db.select().from(persons).get()).toMatchObject({ legalFirst: "Maria", legalLast: "Example" });
  const actions = db.select().from(auditEntries).all();
  expect(actions.map(({ action }) => action)).toEqual(expect.arrayContaining(["account.verified", "person.updated"]));
});

test("an unproved account of an earlier version is finished by a new sign-up, too", async () => {
  const earlier = await signUpAsBefore(STRANGER.password);
  signUp(ctxAt(), MARIA);
  expect((await finishSignUp(ctxAt(), { ...MARIA, workplace: null, token: secretSent(db) })).ok).toBe(true);
  expect(db.select().from(accounts).all()).toHaveLength(1);
  expect((await signIn(ctxAt(), MARIA)).ok).toBe(true);
  expect(findSignUp(ctxAt(), earlier)).toBeNull();
});

test("a pending change of address of an earlier version is no sign-up: its link does nothing", async () => {
  const accountId = await makeAccount(ctxAt());
  const token = inTransaction(db, (tx) =>
    issueToken(tx, ctxAt(), "verify-address", { accountId, email: "thief@test.example" }),
  );
  expect(findSignUp(ctxAt(), token)).toBeNull();
  expect(await finishSignUp(ctxAt(), { ...STRANGER, workplace: null, token })).toMatchObject({
    reason: "link-expired",
  });
  expect(db.select().from(accounts).where(eq(accounts.id, accountId)).get()!.email).toBe(MARIA.email);
});
