import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accounts, accountTokens, formerNames, persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { invitePerson } from "~/people/accounts/invitation.server";
import type { Database } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { action } from "~/routes/staff/people.$id";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";
import { post, thrownBy } from "../../support/request";
import { makeProvider, makeStaff } from "../../desks/people/staff";

let db: Database;
let person: TestPerson;
let registrar: TestPerson;
let coordinator: TestPerson;

beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { first: "Maya", last: "Reyes" });
  done(register(actingAs(db, person), { offeringId: makeOffering(db).id }));
  db.update(persons).set({ createdAt: 0 }).where(eq(persons.id, person.personId)).run();
  registrar = makeStaff(db, "registrar", psesd(db).id);
  coordinator = makeStaff(db, "coordinator", psesd(db).id);
});

async function send(values: Record<string, string>, by: TestPerson) {
  const request = await post(db, "/people", values, by);
  return action({ request, params: { id: person.personId }, context: {} });
}

const taken = (values: Record<string, string>, by: TestPerson) => thrownBy(() => send(values, by));
const row = () => db.select().from(persons).where(eq(persons.id, person.personId)).get()!;
const audited = (name: string) => db.select().from(auditEntries).where(eq(auditEntries.action, name)).all();
const formerly = () =>
  db
    .select()
    .from(formerNames)
    .all()
    .map(({ name }) => name);

const name = { intent: "correct-name", legalFirst: "Maya", legalLast: "Okonkwo-Reyes", reason: "Marriage" };

test("a registrar corrects a legal name; the one before is kept, and the log says who, what and why", async () => {
  expect((await taken(name, registrar)).headers.get("Location")).toBe(`/people/${person.personId}`);
  expect(row()).toMatchObject({ legalFirst: "Maya", legalLast: "Okonkwo-Reyes" });
  expect(formerly()).toEqual(["Maya Reyes"]);
  expect(audited("person.name-corrected")).toMatchObject([
    {
      actorId: registrar.personId,
      personId: person.personId,
      detail: { reason: "Marriage", typingMistake: false, changes: { legalLast: ["Reyes", "Okonkwo-Reyes"] } },
    },
  ]);
});

test("a name that was never theirs is not kept", async () => {
  await taken({ ...name, typingMistake: "on" }, registrar);
  expect(formerly()).toEqual([]);
  expect(audited("person.name-corrected")[0]!.detail).toMatchObject({ typingMistake: true });
});

test("a correction without a reason, or of nothing, changes nothing", async () => {
  expect(await send({ ...name, reason: " " }, registrar)).toMatchObject({ init: { status: 400 } });
  expect(await send({ ...name, legalLast: "Reyes" }, registrar)).toMatchObject({
    init: { status: 409 },
    data: { result: { error: { legalLast: ["This is the name that stands already."] } } },
  });
  expect(audited("person.name-corrected")).toEqual([]);
});

test("P2 a coordinator, a registrar of another provider and the person themself do not correct names here", async () => {
  const elsewhere = makeStaff(db, "registrar", makeProvider(db));
  for (const by of [coordinator, elsewhere, person]) expect((await taken(name, by)).status).toBe(404);
  expect(row().legalLast).toBe("Reyes");
});

test("P1 a certificate number is corrected and taken off, and never has the shape of the other number", async () => {
  const number = { intent: "correct-number", certificateNumber: "412345B", reason: "From the certificate" };
  await taken(number, registrar);
  expect(row().certificateNumber).toBe("412345B");
  expect(await send(number, registrar)).toMatchObject({ init: { status: 409 } });
  for (const wrong of ["123-45-6789", "123456789"])
    expect(await send({ ...number, certificateNumber: wrong }, registrar)).toMatchObject({ init: { status: 400 } });
  await taken({ ...number, certificateNumber: "" }, registrar);
  expect(row().certificateNumber).toBeNull();
  expect(audited("person.number-corrected").map(({ detail }) => detail.changes)).toEqual([
    { certificateNumber: [null, "412345B"] },
    { certificateNumber: ["412345B", null] },
  ]);
});

test("R8 the address of a record without an account is corrected; the invitation to the old one ends", async () => {
  const address = { intent: "correct-address", email: "Maya@Test.example", reason: "Misread" };
  expect(await send(address, coordinator)).toMatchObject({ init: { status: 409 } });
  db.delete(accounts).where(eq(accounts.personId, person.personId)).run();
  done(invitePerson(actingAs(db, registrar), { personId: person.personId }));
  await taken(address, coordinator);
  expect(row().email).toBe("maya@test.example");
  expect(db.select().from(accountTokens).all()).toEqual([]);
  expect(audited("person.address-corrected")[0]!.detail).toMatchObject({
    reason: "Misread",
    changes: { email: [person.email, "maya@test.example"] },
  });
  expect(await send({ ...address, email: registrar.email }, coordinator)).toMatchObject({
    init: { status: 409 },
    data: { result: { error: { email: ["Another person has this email address."] } } },
  });
});

test("R8 staff in scope invite whoever has no account; a facilitator does not", async () => {
  db.delete(accounts).where(eq(accounts.personId, person.personId)).run();
  const offering = makeOffering(db, { instructor: makePerson(db, { first: "Fay" }) });
  const facilitator = makeStaff(db, "facilitator", offering.id);
  expect((await taken({ intent: "invite" }, facilitator)).status).toBe(404);
  for (const by of [coordinator, registrar]) await taken({ intent: "invite" }, by);
  expect(audited("person.invited").map(({ actorId }) => actorId)).toEqual([coordinator.personId, registrar.personId]);
});
