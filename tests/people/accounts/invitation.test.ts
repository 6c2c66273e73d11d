import { eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accounts, accountTokens, persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/messages";
import { insertAccount } from "~/people/accounts/account.server";
import { hashPassword } from "~/people/accounts/password.server";
import { acceptInvitation, findInvitation, invitePerson } from "~/people/accounts/invitation.server";
import { signIn } from "~/people/accounts/sign-in.server";
import { signUp } from "~/people/accounts/sign-up.server";
import { findSignUp } from "~/people/accounts/sign-up-link.server";
import { addPerson } from "~/people/persons/person-admin.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { action, loader } from "~/routes/account/invitation";
import { secretSent } from "../../support/accounts";
import { DAY, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { makePerson, type TestPerson } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";

const PASSWORD = "several words in a row";

let db: Database;
let admin: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db, { first: "Ada", last: "Min" });
});

const args = (request: Request) => ({ request, params: {}, context: {} });

function addNoa(email: string | undefined = "noa@test.example"): string {
  const outcome = addPerson(actingAs(db, admin), { legalFirst: "Noa", legalLast: "Count", email, employeeId: null });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

function invite(personId: string, now = TEST_NOW, email?: string) {
  return invitePerson(actingAs(db, admin, { now }), { personId, email });
}

function tokenSent(): string {
  const rows = db.select().from(outboxMessages).where(eq(outboxMessages.kind, "account-invitation")).all();
  return new URL(String(rows.at(-1)!.payload.actionUrl)).searchParams.get("token")!;
}

test("R8 an invited person chooses a password and is the person whom staff entered", async () => {
  const personId = addNoa();
  expect(invite(personId, Date.now())).toEqual({ ok: true, value: { email: "noa@test.example" } });
  const token = tokenSent();
  const page = await loader(args(await get(db, `/invitation?token=${token}`)));
  expect(page.invited).toEqual({ name: "Noa Count", email: "noa@test.example" });
  const answer = await thrownBy(async () => action(args(await post(db, "/invitation", { token, password: PASSWORD }))));
  expect(answer.headers.get("Location")).toBe("/desk");
  expect(answer.headers.get("Set-Cookie")).toContain("hourbook_session=");
  const account = db.select().from(accounts).where(eq(accounts.personId, personId)).get()!;
  expect(account.emailVerifiedAt).not.toBeNull();
  const again = await action(args(await post(db, "/invitation", { token, password: PASSWORD })));
  expect(again).toMatchObject({ init: { status: 409 } });
  expect(db.select().from(accounts).where(eq(accounts.personId, personId)).all()).toHaveLength(1);
  expect(invite(personId)).toMatchObject({ ok: false, reason: "has-account" });
});

test("an invitation works for 30 days, once, and a newer one ends it", () => {
  const personId = addNoa();
  invite(personId);
  const first = tokenSent();
  expect(findInvitation(systemContext(db, TEST_NOW + 30 * DAY - 1), first)).not.toBeNull();
  expect(findInvitation(systemContext(db, TEST_NOW + 30 * DAY), first)).toBeNull();
  invite(personId, TEST_NOW + DAY);
  expect(findInvitation(systemContext(db, TEST_NOW + DAY), first)).toBeNull();
  expect(findInvitation(systemContext(db, TEST_NOW + DAY), tokenSent())).not.toBeNull();
});

test("R5 looking at an invitation does not use it up", async () => {
  const personId = addNoa();
  invite(personId);
  for (let i = 0; i < 3; i++) expect(findInvitation(systemContext(db), tokenSent())).not.toBeNull();
});

test("an address is entered with the invitation where none was known, and may not be another's", () => {
  const personId = addNoa();
  db.update(persons).set({ email: null }).where(eq(persons.id, personId)).run();
  expect(invite(personId)).toMatchObject({ ok: false, reason: "no-address" });
  expect(invite(personId, TEST_NOW, admin.email)).toMatchObject({ ok: false, reason: "address-taken" });
  expect(invite(personId, TEST_NOW, "new@test.example")).toMatchObject({ ok: true });
  expect(db.select().from(persons).where(eq(persons.id, personId)).get()!.email).toBe("new@test.example");
});

test("an invitation to an address that is no longer the person's does nothing", async () => {
  const personId = addNoa();
  invite(personId);
  db.update(persons).set({ email: "other@test.example" }).where(eq(persons.id, personId)).run();
  expect(await acceptInvitation(systemContext(db), { token: tokenSent(), password: PASSWORD })).toMatchObject({
    reason: "link-expired",
  });
});

test("accepting an invitation ends the links of sign-ups in the person's name", async () => {
  const personId = addNoa();
  const stranger = { legalFirst: "X", legalLast: "Y", email: "noa@test.example" };
  signUp(systemContext(db), stranger);
  const strangers = secretSent(db, stranger.email);
  invite(personId);
  expect((await acceptInvitation(systemContext(db), { token: tokenSent(), password: PASSWORD })).ok).toBe(true);
  expect(findSignUp(systemContext(db), strangers)).toBeNull();
  expect(db.select().from(accountTokens).where(isNull(accountTokens.usedAt)).all()).toEqual([]);
  expect((await signIn(systemContext(db), { email: stranger.email, password: PASSWORD })).ok).toBe(true);
});

test("a weak password comes back with its error, the invitation unused", async () => {
  invite(addNoa(), Date.now());
  const token = tokenSent();
  const answer = await action(args(await post(db, "/invitation", { token, password: "short" })));
  expect(answer).toMatchObject({
    init: { status: 400 },
    data: { result: { error: { password: [expect.any(String)] } } },
  });
  expect(JSON.stringify(answer)).not.toContain("short");
  expect((await loader(args(await get(db, `/invitation?token=${token}`)))).invited).not.toBeNull();
});

test("a password that is one's own name comes back with words at its field", async () => {
  invite(addNoa(), Date.now());
  const values = { token: tokenSent(), password: "Noa Count Noa Count" };
  const answer = await action(args(await post(db, "/invitation", values)));
  expect(answer.data.result.error).toMatchObject({ password: [expect.stringContaining("your name") as string] });
});

test("an account that an earlier version made and nobody proved gets the password chosen by the invitation", async () => {
  const personId = addNoa();
  const stranger = { legalFirst: "X", legalLast: "Y", email: "noa@test.example" };
  const passwordHash = await hashPassword("a stranger's password");
  inTransaction(db, (tx) => insertAccount(tx, systemContext(db), { ...stranger, passwordHash }, TEST_NOW));
  db.update(accounts).set({ emailVerifiedAt: null }).where(eq(accounts.personId, personId)).run();
  invite(personId);
  expect((await acceptInvitation(systemContext(db), { token: tokenSent(), password: PASSWORD })).ok).toBe(true);
  expect((await signIn(systemContext(db), { email: stranger.email, password: PASSWORD })).ok).toBe(true);
});
