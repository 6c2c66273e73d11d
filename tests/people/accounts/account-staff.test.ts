import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accounts } from "#drizzle/schema/people";
import { addressFaults, auditEntries } from "#drizzle/schema/platform";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { recordAddressFault } from "~/platform/mail/address-fault.server";
import { register } from "~/registration/seats/registration.server";
import { action } from "~/routes/staff/people.$id";
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

test("whoever has no account gets no such link", async () => {
  db.delete(accounts).where(eq(accounts.personId, person.personId)).run();
  expect(JSON.stringify(await send({ intent: "send-reset" }, coordinator))).toContain("Send an invitation instead");
});
