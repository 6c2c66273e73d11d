import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accounts, persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/platform";
import { signIn, signUp } from "~/people/account.server";
import { acceptInvitation, findInvitation, invitePerson } from "~/people/invitation.server";
import { addPerson } from "~/people/person-admin.server";
import type { Database } from "~/platform/database.server";
import { action, loader } from "~/routes/invitation";
import { DAY, TEST_NOW } from "../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../support/database";
import { makePerson, type TestPerson } from "../support/factories";
import { get, post, thrownBy } from "../support/request";

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

test("whoever signed up in somebody's name without proving the address loses to the invitation", async () => {
  const personId = addNoa();
  const stranger = { legalFirst: "X", legalLast: "Y", email: "noa@test.example", password: "a stranger's password" };
  await signUp(systemContext(db), stranger);
  invite(personId);
  expect((await acceptInvitation(systemContext(db), { token: tokenSent(), password: PASSWORD })).ok).toBe(true);
  expect(await signIn(systemContext(db), stranger)).toMatchObject({ ok: false, reason: "wrong-password" });
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
