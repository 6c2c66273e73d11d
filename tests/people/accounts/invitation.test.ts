import { eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accounts, accountTokens, affiliations, persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/messages";
import { insertAccount } from "~/people/accounts/account.server";
import { deleteLapsedTokens } from "~/people/accounts/account-token.server";
import { hashPassword } from "~/people/accounts/password.server";
import {
  acceptInvitation,
  findInvitation,
  invitePerson,
  isRenewable,
  renewInvitation,
} from "~/people/accounts/invitation.server";
import { signIn } from "~/people/accounts/sign-in.server";
import { signUp } from "~/people/accounts/sign-up.server";
import { findSignUp } from "~/people/accounts/sign-up-link.server";
import { addPerson } from "~/people/persons/person-admin.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { action, loader } from "~/routes/account/invitation";
import { secretSent } from "../../support/accounts";
import { DAY, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { makePerson, organisationId, type TestPerson } from "../../support/factories";
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
  const rows = db
    .select()
    .from(outboxMessages)
    .where(eq(outboxMessages.kind, "account-invitation"))
    .orderBy(outboxMessages.id)
    .all();
  return new URL(String(rows.at(-1)!.payload.actionUrl)).searchParams.get("token")!;
}

test("R8 an invited person chooses a password and is the person whom staff entered", async () => {
  const personId = addNoa();
  expect(invite(personId, Date.now())).toEqual({ ok: true, value: { email: "noa@test.example" } });
  const token = tokenSent();
  const page = await loader(args(await get(db, `/invitation?token=${token}`)));
  expect(page.invited).toEqual({ name: "Noa Count", email: "noa@test.example", asksWorkplace: true });
  const answer = await thrownBy(async () =>
    action(
      args(
        await post(db, "/invitation", {
          intent: "accept",
          token,
          password: PASSWORD,
          "workplace.organisationId": "none",
        }),
      ),
    ),
  );
  expect(answer.headers.get("Location")).toBe("/work");
  expect(answer.headers.get("Set-Cookie")).toContain("hourbook_session=");
  const account = db.select().from(accounts).where(eq(accounts.personId, personId)).get()!;
  expect(account.emailVerifiedAt).not.toBeNull();
  const again = await action(
    args(
      await post(db, "/invitation", {
        intent: "accept",
        token,
        password: PASSWORD,
        "workplace.organisationId": "none",
      }),
    ),
  );
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
  expect(
    await acceptInvitation(systemContext(db), { token: tokenSent(), password: PASSWORD, workplace: null }),
  ).toMatchObject({
    reason: "link-expired",
  });
});

test("accepting an invitation ends the links of sign-ups in the person's name", async () => {
  const personId = addNoa();
  const stranger = { legalFirst: "X", legalLast: "Y", email: "noa@test.example" };
  signUp(systemContext(db), stranger);
  const strangers = secretSent(db, stranger.email);
  invite(personId);
  expect(
    (await acceptInvitation(systemContext(db), { token: tokenSent(), password: PASSWORD, workplace: null })).ok,
  ).toBe(true);
  expect(findSignUp(systemContext(db), strangers)).toBeNull();
  expect(db.select().from(accountTokens).where(isNull(accountTokens.usedAt)).all()).toEqual([]);
  expect((await signIn(systemContext(db), { email: stranger.email, password: PASSWORD })).ok).toBe(true);
});

test("a weak password comes back with its error, the invitation unused", async () => {
  invite(addNoa(), Date.now());
  const token = tokenSent();
  const answer = await action(
    args(
      await post(db, "/invitation", { intent: "accept", token, password: "short", "workplace.organisationId": "none" }),
    ),
  );
  expect(answer).toMatchObject({
    init: { status: 400 },
    data: { result: { error: { password: [expect.any(String)] } } },
  });
  expect(JSON.stringify(answer)).not.toContain("short");
  expect((await loader(args(await get(db, `/invitation?token=${token}`)))).invited).not.toBeNull();
});

test("a password that is one's own name comes back with words at its field", async () => {
  invite(addNoa(), Date.now());
  const values = {
    intent: "accept",
    token: tokenSent(),
    password: "Noa Count Noa Count",
    "workplace.organisationId": "none",
  };
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
  expect(
    (await acceptInvitation(systemContext(db), { token: tokenSent(), password: PASSWORD, workplace: null })).ok,
  ).toBe(true);
  expect((await signIn(systemContext(db), { email: stranger.email, password: PASSWORD })).ok).toBe(true);
});

test("S1 whoever takes an invitation says where they work, once, unless it is on record", async () => {
  const personId = addNoa();
  invite(personId, Date.now());
  const send = async (values: Record<string, string>) =>
    action(
      args(await post(db, "/invitation", { intent: "accept", token: tokenSent(), password: PASSWORD, ...values })),
    );
  expect((await send({})).data.result.error).toEqual({
    "workplace.organisationId": ["Say where you work, or choose “None of these”."],
  });
  const kent = {
    "workplace.organisationId": organisationId(db, "Kent"),
    "workplace.roleKind": "teacher",
    "workplace.fromDate": "2026-09-01",
  };
  expect((await thrownBy(() => send(kent))).status).toBe(302);
  expect(db.select().from(affiliations).all()).toMatchObject([{ personId, fromDate: "2026-09-01", confirmedAt: null }]);
  const known = makePerson(db, { organisation: "Highline" });
  db.delete(accounts).where(eq(accounts.personId, known.personId)).run();
  invite(known.personId);
  expect(findInvitation(systemContext(db), tokenSent())).toMatchObject({ asksWorkplace: false });
  expect((await acceptInvitation(systemContext(db), { token: tokenSent(), password: PASSWORD })).ok).toBe(true);
});

test("R8 a lapsed invitation can be answered with a new one at the same address, three an hour; a used one cannot", async () => {
  const personId = addNoa();
  invite(personId);
  const late = systemContext(db, TEST_NOW + 200 * DAY);
  deleteLapsedTokens(late);
  const lapsed = tokenSent();
  expect([findInvitation(late, lapsed), isRenewable(late, lapsed), isRenewable(late, "guessed")]).toEqual([
    null,
    true,
    false,
  ]);
  expect(renewInvitation(late, lapsed).ok).toBe(true);
  const renewed = tokenSent();
  expect(findInvitation(late, renewed)).toMatchObject({ email: "noa@test.example" });
  // The newer one has ended it.
  expect(renewInvitation(late, lapsed)).toMatchObject({ reason: "link-expired" });
  expect((await acceptInvitation(late, { token: renewed, password: PASSWORD, workplace: null })).ok).toBe(true);
  expect(isRenewable(systemContext(db, TEST_NOW + 400 * DAY), renewed)).toBe(false);
  deleteLapsedTokens(systemContext(db, TEST_NOW + 1_200 * DAY));
  expect(db.select().from(accountTokens).all()).toEqual([]);
});
