import { eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accounts, accountSessions, accountTokens, persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/messages";
import { addressFaults } from "#drizzle/schema/platform";
import { issueToken } from "~/people/accounts/account-token.server";
import { hashPassword } from "~/people/accounts/password.server";
import { findSignUp } from "~/people/accounts/sign-up-link.server";
import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import { recordAddressFault } from "~/platform/mail/address-fault.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { action as change, loader as page } from "~/routes/account/email-address";
import { action as confirm, loader as confirmPage } from "~/routes/account/email-address_.confirm";
import { action as signIn } from "~/routes/account/sign-in";
import { systemContext, useTestDatabase } from "../../support/database";
import { give, makePerson, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { get, post, thrownBy } from "../../support/request";

const password = "a long enough password";
const passwordHash = await hashPassword(password);

let db: Database;
let person: TestPerson;
const args = (request: Request) => ({ request, params: {}, context: {} });

beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db);
  db.update(accounts).set({ passwordHash }).run();
  inTransaction(db, (tx) =>
    recordAddressFault(tx, systemContext(db), {
      address: person.email,
      source: "report",
      reason: "550 no such mailbox",
    }),
  );
});

const emailOf = () => db.select().from(accounts).where(eq(accounts.id, person.accountId)).get()!.email;

/** A signed-in browser of the person's. */
const newBrowser = async () => (await startSignInSession(db, person.accountId)).split(";")[0]!;

function within(request: Request, cookie: string): Request {
  request.headers.set("Cookie", cookie);
  return request;
}

async function askFor(email: string, cookie: string): Promise<string> {
  const values = { intent: "change", email, password, next: "/hours" };
  await thrownBy(async () => change(args(within(await post(db, "/email-address", values), cookie))));
  const { payload } = db.select().from(outboxMessages).where(eq(outboxMessages.recipient, email)).get()!;
  return new URL(payload.actionUrl as string).searchParams.get("token")!;
}

const look = async (token: string, cookie = "") =>
  (await confirmPage(args(within(await get(db, `/email-address/confirm?token=${token}`), cookie)))).data.change;

const press = async (token: string, cookie: string) =>
  confirm(args(within(await post(db, "/email-address/confirm", { token }), cookie)));

test("whoever mail does not reach is asked for another address at sign-in, and goes on from there", async () => {
  const enter = async () =>
    thrownBy(async () => signIn(args(await post(db, "/sign-in", { email: person.email, password, next: "/hours" }))));
  expect((await enter()).headers.get("Location")).toBe("/email-address?next=%2Fhours");
  const { data } = await page(args(await get(db, "/email-address?next=/hours", person)));
  expect(data).toMatchObject({ email: person.email, fault: { reason: "550 no such mailbox" }, next: "/hours" });
  const works = await post(db, "/email-address", { intent: "works", next: "/hours" }, person);
  expect((await thrownBy(() => change(args(works)))).headers.get("Location")).toBe("/hours");
  expect(db.select().from(addressFaults).all()).toEqual([]);
  expect((await enter()).headers.get("Location")).toBe("/hours");
});

test("a new address takes the old one's place when its link is confirmed, not before (R5)", async () => {
  const admin = makePerson(db);
  give(db, admin, "admin", null);
  const cookie = await newBrowser();
  const token = await askFor("new@test.example", cookie);
  for (let i = 0; i < 3; i++) expect(await look(token, cookie)).toEqual({ state: "ready", email: "new@test.example" });
  expect(emailOf()).toBe(person.email);
  const done = await thrownBy(() => press(token, cookie));
  expect(done.headers.get("Location")).toBe("/email-address");
  expect(done.headers.get("Set-Cookie")).not.toContain("hourbook_session");
  expect(emailOf()).toBe("new@test.example");
  expect(db.select().from(persons).where(eq(persons.id, person.personId)).get()!.email).toBe("new@test.example");
  const [told] = messagesOf(db, "address-changed");
  expect(told).toMatchObject({
    recipient: person.email,
    // It asks for an answer where that was somebody else.
    replyTo: { address: admin.email },
    payload: { newAddress: "new@test.example" },
  });
  expect(await look(token, cookie)).toEqual({ state: "expired" });
});

test("the link changes nothing in another browser, of the same person, of somebody else or of a visitor", async () => {
  const cookie = await newBrowser();
  const token = await askFor("new@test.example", cookie);
  const stranger = makePerson(db);
  const others = [await newBrowser(), (await startSignInSession(db, stranger.accountId)).split(";")[0]!];
  for (const other of others) {
    expect(await look(token, other)).toEqual({ state: "other-browser" });
    expect((await press(token, other)).data.result.error?.[""]?.[0]).toContain("Open this link in the browser");
  }
  expect(await look(token)).toEqual({ state: "other-browser" });
  const visitor = await thrownBy(() => press(token, ""));
  expect(visitor.headers.get("Location")).toMatch(/^\/sign-in/);
  expect(findSignUp(systemContext(db), token)).toBeNull();
  expect(emailOf()).toBe(person.email);
  expect((await thrownBy(() => press(token, cookie))).headers.get("Location")).toBe("/email-address");
});

test("a browser that was signed out meanwhile does not confirm, even when it is signed in again", async () => {
  const cookie = await newBrowser();
  const token = await askFor("new@test.example", cookie);
  db.delete(accountSessions).run();
  expect(await look(token, cookie)).toEqual({ state: "other-browser" });
  expect(await look(token, await newBrowser())).toEqual({ state: "other-browser" });
});

test("a change of address ends the account's other open links", async () => {
  const cookie = await newBrowser();
  const token = await askFor("new@test.example", cookie);
  inTransaction(db, (tx) => {
    const ctx = systemContext(db);
    issueToken(tx, ctx, "reset-password", { accountId: person.accountId });
    issueToken(tx, ctx, "verify-address", { email: "new@test.example", legalFirst: "A", legalLast: "B" });
  });
  await thrownBy(() => press(token, cookie));
  expect(db.select().from(accountTokens).where(isNull(accountTokens.usedAt)).all()).toEqual([]);
});

test("the password asked for again is guessed at no oftener than at sign-in, and by the same count", async () => {
  const values = { intent: "change", email: "thief@test.example", password: "a wrong password" };
  const guess = async () => change(args(await post(db, "/email-address", values, person)));
  for (let i = 0; i < 6; i++) expect((await guess()).init?.status).toBe(409);
  expect((await guess()).init).toMatchObject({ status: 429, headers: { "Retry-After": "30" } });
  const answer = await signIn(args(await post(db, "/sign-in", { email: person.email, password })));
  expect(answer.init?.status).toBe(429);
});

test("a mailbox that is not theirs gets three such mails an hour from whoever asks", async () => {
  const cookie = await newBrowser();
  for (let i = 0; i < 3; i++) await askFor("new@test.example", cookie);
  const values = { intent: "change", email: "new@test.example", password };
  const answer = await change(args(within(await post(db, "/email-address", values), cookie)));
  expect(answer.init?.status).toBe(429);
});

test("a browser that is signed in is not enough to change the address: the password is asked for", async () => {
  const values = { intent: "change", email: "thief@test.example", password: "a wrong password" };
  const reply = await change(args(await post(db, "/email-address", values, person)));
  expect(reply.data.result.error).toMatchObject({ password: ["This is not your password."] });
  expect(messagesOf(db, "change-address")).toEqual([]);
});

test("an address that somebody took meanwhile stays theirs", async () => {
  const cookie = await newBrowser();
  const token = await askFor("new@test.example", cookie);
  const other = makePerson(db);
  db.update(persons).set({ email: "new@test.example" }).where(eq(persons.id, other.personId)).run();
  expect((await press(token, cookie)).data.result.error?.[""]?.[0]).toContain("Somebody else uses this address");
  expect(emailOf()).toBe(person.email);
});

test("somebody else's address is refused at the field", async () => {
  const other = makePerson(db);
  const reply = await change(
    args(await post(db, "/email-address", { intent: "change", email: other.email, password }, person)),
  );
  expect(reply.data.result.error).toMatchObject({ email: [expect.stringContaining("Somebody else") as string] });
});
