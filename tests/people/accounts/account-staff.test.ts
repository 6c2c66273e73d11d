import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accounts, persons } from "#drizzle/schema/people";
import { addressFaults, auditEntries } from "#drizzle/schema/platform";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { recordAddressFault } from "~/platform/mail/address-fault.server";
import { register } from "~/registration/seats/registration.server";
import { action as confirm } from "~/routes/account/email-address_.confirm";
import { action } from "~/routes/staff/people.$id";
import { HOUR, setClock, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { post, thrownBy } from "../../support/request";
import { makeProvider, makeStaff } from "../../desks/people/staff";

let db: Database;
let person: TestPerson;
let admin: TestPerson;
let coordinator: TestPerson;

beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { first: "Maya", last: "Reyes" });
  done(register(actingAs(db, person), { offeringId: makeOffering(db).id }));
  admin = makeStaff(db, "admin");
  coordinator = makeStaff(db, "coordinator", psesd(db).id);
});

async function send(values: Record<string, string>, by: TestPerson) {
  const request = await post(db, "/people", values, by);
  return action({ request, params: { id: person.personId }, context: {} });
}

const taken = (values: Record<string, string>, by: TestPerson) => thrownBy(() => send(values, by));
const audited = (name: string) => db.select().from(auditEntries).where(eq(auditEntries.action, name)).all();

test("staff in scope clear the mark that mail comes back; the log says who and of whose record", async () => {
  const fault = { address: person.email, source: "report" as const, reason: "550 no such mailbox" };
  inTransaction(db, (tx) => recordAddressFault(tx, systemContext(db), fault));
  const elsewhere = makeStaff(db, "coordinator", makeProvider(db));
  expect((await taken({ intent: "clear-fault" }, elsewhere)).status).toBe(404);
  expect(db.select().from(addressFaults).all()).toHaveLength(1);
  await taken({ intent: "clear-fault" }, coordinator);
  expect(db.select().from(addressFaults).all()).toEqual([]);
  expect(audited("address.cleared")).toMatchObject([{ actorId: coordinator.personId, personId: person.personId }]);
  expect(await send({ intent: "clear-fault" }, coordinator)).toMatchObject({ init: { status: 409 } });
});

test("a link to a new password goes to the account's own address, three times an hour at most", async () => {
  for (let i = 0; i < 3; i++) await taken({ intent: "send-reset" }, i === 0 ? coordinator : admin);
  expect(messagesOf(db, "reset-password").at(-1)).toMatchObject({ recipient: person.email });
  expect(audited("account.reset-requested").map(({ actorId }) => actorId)).toEqual([
    coordinator.personId,
    admin.personId,
    admin.personId,
  ]);
  const answer = await send({ intent: "send-reset" }, admin);
  expect(JSON.stringify(answer)).toContain("Three links went to this address");
});

const opened = async (token: string, cookie = "") => {
  const request = await post(db, "/email-address/confirm", { token });
  request.headers.set("Cookie", cookie);
  return confirm({ request, params: {}, context: {} });
};
const secretTo = (email: string) => {
  const mail = messagesOf(db, "prove-address").find(({ recipient }) => recipient === email)!;
  return new URL(mail.payload.actionUrl as string).searchParams.get("token")!;
};
const accountOf = () => db.select().from(accounts).where(eq(accounts.personId, person.personId)).get()!;
const proposal = { intent: "propose-address", email: "maya@new.example", reason: "She called" };

test("an administrator proposes an address: both are told, and nothing changes until the new one is proved, without a session", async () => {
  expect((await taken(proposal, coordinator)).status).toBe(404);
  await taken(proposal, admin);
  expect(accountOf().email).toBe(person.email);
  expect(messagesOf(db, "address-proposed")).toMatchObject([
    { recipient: person.email, payload: { newAddress: "maya@new.example", proposerName: admin.name } },
  ]);
  const token = secretTo("maya@new.example");
  expect((await thrownBy(() => opened(token))).headers.get("Location")).toBe("/sign-in");
  expect(accountOf().email).toBe("maya@new.example");
  expect(db.select().from(persons).where(eq(persons.id, person.personId)).get()!.email).toBe("maya@new.example");
  expect(messagesOf(db, "address-changed")).toMatchObject([{ recipient: person.email }]);
  expect(audited("account.address-proposed")).toMatchObject([
    { detail: { reason: "She called", changes: { email: [person.email, "maya@new.example"] } } },
  ]);
  expect((await opened(token)).data.result.error?.[""]?.[0]).toContain("does not work any more");
});

test("a proposal lapses after 48 hours, ends with the next one, and never takes another's address", async () => {
  await taken(proposal, admin);
  const first = secretTo("maya@new.example");
  await taken({ ...proposal, email: "maya@newer.example" }, admin);
  expect((await opened(first)).init?.status).toBe(409);
  setClock(TEST_NOW + 48 * HOUR);
  expect((await opened(secretTo("maya@newer.example"))).init?.status).toBe(409);
  expect(accountOf().email).toBe(person.email);
  const refused = async (values: Record<string, string>) => JSON.stringify(await send(values, admin));
  expect(await refused({ ...proposal, email: admin.email })).toContain("Another person has this email address");
  expect(await refused({ ...proposal, email: person.email })).toContain("the address that stands already");
  expect(await send({ ...proposal, reason: "" }, admin)).toMatchObject({ init: { status: 400 } });
});

test("an administrator's own address goes the way of everybody's, with the password", async () => {
  const request = await post(db, "/people", proposal, admin);
  const answer = await action({ request, params: { id: admin.personId }, context: {} });
  expect(JSON.stringify(answer)).toContain("your own account");
});

test("whoever has no account gets no such link", async () => {
  db.delete(accounts).where(eq(accounts.personId, person.personId)).run();
  expect(JSON.stringify(await send({ intent: "send-reset" }, coordinator))).toContain("Send an invitation instead");
});
