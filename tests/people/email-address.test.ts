import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accounts, persons } from "#drizzle/schema/people";
import { addressFaults, outboxMessages } from "#drizzle/schema/platform";
import { hashPassword, verifyAddress } from "~/people/account.server";
import { markAddress } from "~/platform/address-fault.server";
import { type Database, inTransaction } from "~/platform/database.server";
import { action as change, loader as page } from "~/routes/email-address";
import { action as signIn } from "~/routes/sign-in";
import { systemContext, useTestDatabase } from "../support/database";
import { makePerson, type TestPerson } from "../support/factories";
import { messagesOf } from "../support/outbox";
import { get, post, thrownBy } from "../support/request";

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
    markAddress(tx, systemContext(db), { address: person.email, source: "report", reason: "550 no such mailbox" }),
  );
});

const emailOf = () => db.select().from(accounts).where(eq(accounts.id, person.accountId)).get()!.email;

async function askFor(email: string): Promise<string> {
  await thrownBy(async () =>
    change(args(await post(db, "/email-address", { intent: "change", email, password, next: "/hours" }, person))),
  );
  const { payload } = db.select().from(outboxMessages).where(eq(outboxMessages.recipient, email)).get()!;
  return new URL(payload.actionUrl as string).searchParams.get("token")!;
}

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

test("a new address takes the old one's place when its link is used, not before (R5)", async () => {
  const token = await askFor("new@test.example");
  expect(emailOf()).toBe(person.email);
  expect(verifyAddress(systemContext(db), token).ok).toBe(true);
  expect(emailOf()).toBe("new@test.example");
  expect(db.select().from(persons).where(eq(persons.id, person.personId)).get()!.email).toBe("new@test.example");
  const [told] = messagesOf(db, "address-changed");
  expect(told).toMatchObject({ recipient: person.email, payload: { newAddress: "new@test.example" } });
});

test("a browser that is signed in is not enough to change the address: the password is asked for", async () => {
  const values = { intent: "change", email: "thief@test.example", password: "a wrong password" };
  const reply = await change(args(await post(db, "/email-address", values, person)));
  expect(reply.data.result.error).toMatchObject({ password: ["This is not your password."] });
  expect(messagesOf(db, "verify-address")).toEqual([]);
});

test("an address that somebody took meanwhile stays theirs", async () => {
  const token = await askFor("new@test.example");
  const other = makePerson(db);
  db.update(persons).set({ email: "new@test.example" }).where(eq(persons.id, other.personId)).run();
  expect(verifyAddress(systemContext(db), token)).toMatchObject({ reason: "link-expired" });
  expect(emailOf()).toBe(person.email);
});

test("somebody else's address is refused at the field", async () => {
  const other = makePerson(db);
  const reply = await change(
    args(await post(db, "/email-address", { intent: "change", email: other.email, password }, person)),
  );
  expect(reply.data.result.error).toMatchObject({ email: [expect.stringContaining("Somebody else") as string] });
});
