import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, accountSessions, accountTokens, grants, persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/platform";
import {
  requestPasswordReset,
  resetPassword,
  setUpFirstAdministrator,
  signIn,
  signUp,
  verifyAddress,
} from "~/people/account.server";
import { issueToken } from "~/people/account-token.server";
import { findSignedInAccount, startSignInSession } from "~/people/sign-in-session.server";
import type { Database } from "~/platform/database.server";
import { inTransaction } from "~/platform/database.server";
import { HOUR, TEST_NOW } from "../support/clock";
import { systemContext, useTestDatabase } from "../support/database";
import { get } from "../support/request";

const MARIA = { legalFirst: "Maria", legalLast: "Example", email: "maria@test.example", password: "a long enough one" };

function mails(db: Database) {
  return db.select().from(outboxMessages).all();
}

function secretIn(db: Database): string {
  const { actionUrl } = mails(db).at(-1)!.payload as { actionUrl: string };
  return new URL(actionUrl).searchParams.get("token")!;
}

async function verified(db: Database): Promise<string> {
  await signUp(systemContext(db), MARIA);
  const outcome = verifyAddress(systemContext(db), secretIn(db));
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.accountId;
}

test("signing up sends a link, and signing in works only after it was used", async () => {
  const db = useTestDatabase();
  const ctx = systemContext(db);
  await signUp(ctx, MARIA);
  expect(await signIn(ctx, MARIA)).toMatchObject({ reason: "not-verified" });
  expect(verifyAddress(ctx, secretIn(db)).ok).toBe(true);
  expect((await signIn(ctx, MARIA)).ok).toBe(true);
  expect(verifyAddress(ctx, secretIn(db))).toMatchObject({ reason: "link-expired" });
});

test("a password is stored as an argon2id hash and a link as a digest only", async () => {
  const db = useTestDatabase();
  await signUp(systemContext(db), MARIA);
  expect(db.select().from(accounts).get()!.passwordHash).toMatch(/^\$argon2id\$/);
  expect(db.select().from(accountTokens).get()!.id).not.toContain(secretIn(db));
});

test("signing up with an address that has an account changes nothing and tells its owner", async () => {
  const db = useTestDatabase();
  await verified(db);
  const before = db.select().from(accounts).all();
  await signUp(systemContext(db, TEST_NOW + 5), { ...MARIA, password: "somebody else's words" });
  expect(db.select().from(accounts).all()).toEqual(before);
  expect(mails(db).at(-1)).toMatchObject({ kind: "address-in-use", recipient: MARIA.email });
});

test("whoever signs up last with an unproved address sets the password that its link confirms", async () => {
  const db = useTestDatabase();
  await signUp(systemContext(db), { ...MARIA, password: "a stranger's password" });
  const strangersLink = secretIn(db);
  await signUp(systemContext(db, TEST_NOW + 5), MARIA);
  expect(verifyAddress(systemContext(db), strangersLink)).toMatchObject({ reason: "link-expired" });
  verifyAddress(systemContext(db), secretIn(db));
  expect((await signIn(systemContext(db), MARIA)).ok).toBe(true);
  expect(await signIn(systemContext(db), { ...MARIA, password: "a stranger's password" })).toMatchObject({ ok: false });
});

test("an unknown address and a wrong password get the same answer", async () => {
  const db = useTestDatabase();
  await verified(db);
  const wrong = await signIn(systemContext(db), { email: MARIA.email, password: "not the password" });
  const unknown = await signIn(systemContext(db), { email: "nobody@test.example", password: "not the password" });
  expect(wrong).toEqual(unknown);
});

test("R8 signing up takes over the person whom staff entered before", async () => {
  const db = useTestDatabase();
  const known = { id: "known", legalFirst: "Maria", legalLast: "Known", email: MARIA.email };
  db.insert(persons)
    .values({ ...known, createdAt: TEST_NOW, updatedAt: TEST_NOW })
    .run();
  await verified(db);
  expect(db.select().from(accounts).get()!.personId).toBe("known");
  expect(db.select().from(persons).where(eq(persons.email, MARIA.email)).get()!.legalLast).toBe("Known");
});

test("a password reset signs out everywhere, works once and lapses after an hour", async () => {
  const db = useTestDatabase();
  const accountId = await verified(db);
  await startSignInSession(db, accountId);
  requestPasswordReset(systemContext(db), MARIA.email);
  const token = secretIn(db);
  const late = systemContext(db, TEST_NOW + HOUR);
  expect(await resetPassword(late, { token, password: "the next password" })).toMatchObject({ reason: "link-expired" });
  expect((await resetPassword(systemContext(db), { token, password: "the next password" })).ok).toBe(true);
  expect(db.select().from(accountSessions).all()).toEqual([]);
  expect((await signIn(systemContext(db), { ...MARIA, password: "the next password" })).ok).toBe(true);
  expect(await resetPassword(systemContext(db), { token, password: "yet another one" })).toMatchObject({ ok: false });
});

test("a password reset for an unknown address sends nothing and looks the same", () => {
  const db = useTestDatabase();
  expect(requestPasswordReset(systemContext(db), "nobody@test.example")).toBeUndefined();
  expect(mails(db)).toEqual([]);
});

test("the database holds no session id that signs anybody in", async () => {
  const db = useTestDatabase();
  const cookie = (await startSignInSession(db, await verified(db))).split(";")[0]!;
  const stored = db.select().from(accountSessions).get()!.id;
  expect(cookie).not.toContain(stored);
  const signedIn = (value: string) =>
    findSignedInAccount(db, new Request("http://hourbook.test/", { headers: { Cookie: value } }));
  expect(await signedIn(cookie)).not.toBeNull();
  expect(await signedIn(`hourbook_session=${stored}`)).toBeNull();
  expect(await findSignedInAccount(db, await get(db, "/"))).toBeNull();
});

test("the first administrator sets up once, and only while nobody has an account", async () => {
  const db = useTestDatabase();
  const ctx = systemContext(db);
  const token = inTransaction(db, (tx) => issueToken(tx, ctx, "setup", {}));
  expect(await setUpFirstAdministrator(ctx, { ...MARIA, token: "guessed" })).toMatchObject({ ok: false });
  expect((await setUpFirstAdministrator(ctx, { ...MARIA, token })).ok).toBe(true);
  expect(db.select().from(grants).all()).toMatchObject([{ role: "admin" }]);
  const again = inTransaction(db, (tx) => issueToken(tx, ctx, "setup", {}));
  const second = { ...MARIA, email: "second@test.example", token: again };
  expect(await setUpFirstAdministrator(ctx, second)).toMatchObject({ reason: "link-expired" });
});
