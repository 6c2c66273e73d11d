import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accounts, accountSessions, accountTokens } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { requestPasswordReset, resetPassword } from "~/people/accounts/password-reset.server";
import { hashPassword } from "~/people/accounts/password.server";
import { issueToken } from "~/people/accounts/account-token.server";
import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import { signIn } from "~/people/accounts/sign-in.server";
import { signUp } from "~/people/accounts/sign-up.server";
import { getContext } from "~/people/roles/permission.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { action as signInPage } from "~/routes/account/sign-in";
import { action } from "~/routes/staff/people.$id";
import { systemContext, useTestDatabase } from "../../support/database";
import { makePerson, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { get, post, thrownBy } from "../../support/request";
import { makeStaff } from "../../desks/people/staff";

const password = "a long enough password";
const passwordHash = await hashPassword(password);

let db: Database;
let person: TestPerson;
let admin: TestPerson;

beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { first: "Maya", last: "Reyes" });
  db.update(accounts).set({ passwordHash }).run();
  admin = makeStaff(db, "admin");
});

async function send(values: Record<string, string>, to = person, by = admin) {
  const request = await post(db, "/people", values, by);
  return action({ request, params: { id: to.personId }, context: {} });
}

const taken = (values: Record<string, string>) => thrownBy(() => send(values));
const enter = () => signIn(systemContext(db), { email: person.email, password });
const enters = async () => {
  const outcome = await enter();
  return outcome.ok || outcome.reason;
};
const audited = (name: string) => db.select().from(auditEntries).where(eq(auditEntries.action, name)).all();
const lock = { intent: "lock", reason: "A stolen laptop" };
const close = { intent: "close", reason: "Left the district" };

test.each([
  [lock, { intent: "unlock" }, "account-locked", "account.locked", "account.unlocked"],
  [close, { intent: "reopen" }, "account-closed", "account.closed", "account.reopened"],
])("%s: everybody is out at once, nobody gets in, and it can be undone", async (shut, open, refusal, said, undone) => {
  const here = await get(db, "/desk", person);
  expect((await getContext(here)).actor).not.toBeNull();
  const sessions = () => db.select().from(accountSessions).where(eq(accountSessions.userId, person.accountId)).all();
  inTransaction(db, (tx) => issueToken(tx, systemContext(db), "reset-password", { accountId: person.accountId }));
  await taken(shut);
  expect(sessions()).toEqual([]);
  expect(db.select().from(accountTokens).all()).toEqual([]);
  expect((await getContext(here)).actor).toBeNull();
  expect(await enters()).toBe(refusal);
  expect(await send(shut)).toMatchObject({ init: { status: 409 } });
  await taken(open);
  expect(await enters()).toBe(true);
  expect(await send(open)).toMatchObject({ init: { status: 409 } });
  expect(audited(said)).toMatchObject([
    { actorId: admin.personId, personId: person.personId, detail: { reason: shut.reason } },
  ]);
  expect(audited(undone)).toHaveLength(1);
});

test("a browser that was signed in while the account was being locked is as good as signed out", async () => {
  await taken(lock);
  const cookie = (await startSignInSession(db, person.accountId)).split(";")[0]!;
  const request = await get(db, "/desk");
  request.headers.set("Cookie", cookie);
  expect((await getContext(request)).actor).toBeNull();
});

test("the words at sign-in say why and whom to ask, to whoever knows the password only", async () => {
  await taken(lock);
  const at = async (typed: string) => {
    const request = await post(db, "/sign-in", { email: person.email, password: typed });
    return JSON.stringify(await signInPage({ request, params: {}, context: {} }));
  };
  expect(await at(password)).toMatch(/This account is locked.*Ask an administrator of Puget Sound/);
  expect(await at("a wrong password")).toContain("do not belong together");
});

test("no link leads around a lock: no new password, none that was sent before, no sign-up", async () => {
  await taken(lock);
  requestPasswordReset(systemContext(db), person.email);
  expect(messagesOf(db, "reset-password")).toEqual([]);
  const secret = inTransaction(db, (tx) =>
    issueToken(tx, systemContext(db), "reset-password", { accountId: person.accountId }),
  );
  const reset = await resetPassword(systemContext(db), { token: secret, password: "another long password" });
  expect(reset).toMatchObject({ ok: false, reason: "link-expired" });
  db.update(accounts).set({ emailVerifiedAt: null }).where(eq(accounts.id, person.accountId)).run();
  signUp(systemContext(db), { email: person.email, legalFirst: "A", legalLast: "B" });
  expect(messagesOf(db, "verify-address")).toEqual([]);
  for (const intent of ["send-reset", "invite"])
    expect(await send({ intent })).toMatchObject({ init: { status: 409 } });
});

test("a closed account that is locked as well stays locked when it is opened", async () => {
  await taken(lock);
  await taken(close);
  await taken({ intent: "reopen" });
  expect(await enters()).toBe("account-locked");
});

test("nobody shuts their own account, and a reason is asked for", async () => {
  for (const values of [lock, close]) {
    expect(JSON.stringify(await send(values, admin))).toContain("your own account");
    expect(await send({ ...values, reason: "" })).toMatchObject({ init: { status: 400 } });
  }
  expect(await enters()).toBe(true);
});
