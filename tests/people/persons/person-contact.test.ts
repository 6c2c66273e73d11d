import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { mailPreferences } from "#drizzle/schema/messages";
import { persons } from "#drizzle/schema/people";
import { personMessages, personNotes } from "#drizzle/schema/person-notes";
import { auditEntries } from "#drizzle/schema/platform";
import { registrationChanges, registrations } from "#drizzle/schema/registration";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { recordAddressFault } from "~/platform/mail/address-fault.server";
import { register } from "~/registration/seats/registration.server";
import { action, loader } from "~/routes/staff/people.$id";
import { TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeCourse, makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { get, post, thrownBy } from "../../support/request";
import { makeProvider, makeStaff } from "../../desks/people/staff";

let db: Database;
let person: TestPerson;
let admin: TestPerson;
let registrar: TestPerson;
let elsewhere: TestPerson;
let other: string;

beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { first: "Maya", last: "Reyes" });
  other = makeProvider(db);
  const courseId = makeCourse(db, { providerId: other });
  for (const offering of [makeOffering(db), makeOffering(db, { courseId, values: { providerId: other } })])
    db.insert(registrations)
      .values({
        id: `seat-${offering.id}`,
        offeringId: offering.id,
        personId: person.personId,
        status: "registered",
        createdAt: TEST_NOW,
        updatedAt: TEST_NOW,
      })
      .run();
  admin = makeStaff(db, "admin");
  registrar = makeStaff(db, "registrar", psesd(db).id);
  elsewhere = makeStaff(db, "coordinator", other);
});

async function send(values: Record<string, string>, by: TestPerson) {
  const request = await post(db, "/people", values, by);
  return action({ request, params: { id: person.personId }, context: {} });
}

const taken = (values: Record<string, string>, by: TestPerson) => thrownBy(() => send(values, by));
const audited = (name: string) => db.select().from(auditEntries).where(eq(auditEntries.action, name)).all();
async function written(by: TestPerson, search = "") {
  const request = await get(db, `/people${search}`, by);
  return (await loader({ request, params: { id: person.personId }, context: {} })).data.written!;
}
const bodies = async (by: TestPerson) => (await written(by)).notes.map(({ body }) => body);

const note = { intent: "add-note", body: "Prefers the phone.", nonce: "one" };
const letter = { intent: "write", subject: "Your number", body: "Please look at it.", nonce: "one" };

test("P2 a note is read by its provider's staff and by administrators, an administrator's by administrators alone", async () => {
  await taken(note, registrar);
  await taken({ ...note, body: "Of Kent.", nonce: "two" }, elsewhere);
  await taken({ ...note, body: "A dispute.", nonce: "three" }, admin);
  expect(await bodies(registrar)).toEqual(["Prefers the phone."]);
  expect(await bodies(elsewhere)).toEqual(["Of Kent."]);
  expect(await bodies(admin)).toEqual(["A dispute.", "Of Kent.", "Prefers the phone."]);
  expect(audited("person.note-added").map(({ actorId, personId }) => [actorId, personId])).toEqual(
    [registrar, elsewhere, admin].map(({ personId }) => [personId, person.personId]),
  );
});

test("a note that is sent twice is one; its author alone takes it back, and its words stay in the table", async () => {
  await taken(note, registrar);
  await taken(note, registrar);
  const [row] = db.select().from(personNotes).all();
  const back = { intent: "take-back-note", noteId: row!.id };
  expect(await send(back, admin)).toMatchObject({ init: { status: 409 } });
  expect(await bodies(registrar)).toHaveLength(1);
  await taken(back, registrar);
  expect(await bodies(registrar)).toEqual([]);
  expect(await send(back, registrar)).toMatchObject({ init: { status: 409 } });
  expect(db.select().from(personNotes).all()).toMatchObject([
    { body: "Prefers the phone.", withdrawnAt: expect.any(Number) as number },
  ]);
  expect(audited("person.note-withdrawn")).toHaveLength(1);
});

test("P2 nobody notes or writes in the name of a provider that is not theirs", async () => {
  for (const values of [note, letter])
    expect((await taken({ ...values, providerId: other }, registrar)).status).toBe(404);
  expect(db.select().from(personNotes).all()).toEqual([]);
});

test("whoever works for two providers says in whose name", async () => {
  give(db, registrar, "registrar", other);
  for (const values of [note, letter]) {
    const answer = await send(values, registrar);
    expect(answer).toMatchObject({ data: { result: { error: { providerId: ["Choose the provider."] } } } });
  }
  await taken({ ...note, providerId: other }, registrar);
  expect(await bodies(elsewhere)).toEqual(["Prefers the phone."]);
});

test("staff write to one person: one mail however often it is sent, kept for the staff of that provider", async () => {
  await taken(letter, registrar);
  await taken(letter, registrar);
  expect(messagesOf(db, "person-message")).toMatchObject([
    {
      recipient: person.email,
      state: "queued",
      payload: { senderName: registrar.name, senderAddress: registrar.email, providerName: psesd(db).name },
    },
  ]);
  expect((await written(registrar)).messages.rows).toMatchObject([
    { subject: "Your number", senderName: registrar.name },
  ]);
  expect((await written(elsewhere)).messages).toEqual({ rows: [], total: 0 });
  expect(audited("person.written-to")).toMatchObject([{ personId: person.personId }]);
});

test("whoever wants no such mail gets none: it is kept, and the writer is told", async () => {
  const preference = { category: "facilitator" as const, choice: "off" as const, updatedAt: TEST_NOW };
  db.insert(mailPreferences)
    .values({ personId: person.personId, ...preference })
    .run();
  const answer = await taken(letter, registrar);
  expect(
    decodeURIComponent(atob(decodeURIComponent(/hourbook_toast=([^;]+)/.exec(answer.headers.get("Set-Cookie")!)![1]!))),
  ).toContain("not sent");
  expect(messagesOf(db, "person-message")).toMatchObject([{ state: "suppressed" }]);
  expect(db.select().from(personMessages).all()).toHaveLength(1);
});

test("nothing is written to whom mail does not reach, and nothing kept", async () => {
  inTransaction(db, (tx) =>
    recordAddressFault(tx, systemContext(db), { address: person.email, source: "report", reason: "550" }),
  );
  expect(JSON.stringify(await send(letter, registrar))).toContain("comes back");
  db.update(persons).set({ email: null }).where(eq(persons.id, person.personId)).run();
  expect(JSON.stringify(await send(letter, registrar))).toContain("no email address");
  expect(db.select().from(personMessages).all()).toEqual([]);
});

test("what staff wrote is counted, not cut in silence, and more of it is shown to whoever asks", async () => {
  const wrote = (providerId: string) => ({
    ...{ id: newId(), nonce: newId(), personId: person.personId, providerId, senderId: registrar.personId },
    ...{ subject: "Your claim", body: "Please sign it.", sentAt: TEST_NOW },
  });
  const rows = Array.from({ length: 27 }, () => wrote(psesd(db).id));
  db.insert(personMessages)
    .values([...rows, wrote(other)])
    .run();
  const shown = async (search: string) => {
    const { rows: messages, total } = (await written(registrar, search)).messages;
    return [messages.length, total];
  };
  expect(await shown("")).toEqual([20, 27]);
  expect(await shown("?view=mails&written=all")).toEqual([27, 27]);
});

test("R8 a coordinator registers the person for an offering of theirs, with a reason, and never for another's", async () => {
  const coordinator = makeStaff(db, "coordinator", psesd(db).id);
  const [here, full, theirs] = [
    makeOffering(db),
    makeOffering(db, { capacity: 0 }),
    makeOffering(db, { courseId: makeCourse(db, { providerId: other }), values: { providerId: other } }),
  ];
  const request = await get(db, "/people", coordinator);
  const { data } = await loader({ request, params: { id: person.personId }, context: {} });
  expect(data.registerOptions?.rows.map(({ value }) => value).sort()).toEqual([here.id, full.id].sort());
  const values = { intent: "register", offeringId: here.id, reason: "Asked by phone" };
  expect((await taken(values, registrar)).status).toBe(404);
  await taken(values, coordinator);
  await taken({ ...values, offeringId: full.id }, coordinator);
  const mine = db.select().from(registrations).where(eq(registrations.personId, person.personId)).all();
  expect(mine.filter(({ offeringId }) => offeringId === here.id)).toMatchObject([{ status: "registered" }]);
  expect(mine.filter(({ offeringId }) => offeringId === full.id)).toMatchObject([{ status: "waitlisted" }]);
  expect(db.select().from(registrationChanges).all()[0]).toMatchObject({
    actorId: coordinator.personId,
    reason: "Asked by phone",
  });
  expect(await send(values, coordinator)).toMatchObject({ init: { status: 409 } });
  expect(await send({ ...values, offeringId: theirs.id }, coordinator)).toMatchObject({ init: { status: 409 } });
  expect(await send({ ...values, reason: "" }, coordinator)).toMatchObject({ init: { status: 400 } });
});

test("staff who coordinate one provider and see the person through another register for their own offerings", async () => {
  const third = makePerson(db);
  give(db, third, "registrar", psesd(db).id);
  give(db, third, "coordinator", other);
  const offering = makeOffering(db, { courseId: makeCourse(db, { providerId: other }), values: { providerId: other } });
  await taken({ intent: "register", offeringId: offering.id, reason: "Asked by phone" }, third);
  expect(db.select().from(registrations).where(eq(registrations.offeringId, offering.id)).all()).toHaveLength(1);
  expect(() => done(register(actingAs(db, person), { offeringId: offering.id }))).toThrow("already-registered");
});

test("a locked administrator is not the other one who could take over", async () => {
  const second = makeStaff(db, "admin");
  const lock = await post(db, "/people", { intent: "lock", reason: "On leave" }, admin);
  await thrownBy(() => action({ request: lock, params: { id: second.personId }, context: {} }));
  const request = await get(db, "/people", admin);
  const { data } = await loader({ request, params: { id: admin.personId }, context: {} });
  const revoke = await post(db, "/people", { intent: "revoke", grantId: data.administration!.grants[0]!.id }, admin);
  const answer = await action({ request: revoke, params: { id: admin.personId }, context: {} });
  expect(JSON.stringify(answer)).toContain("last administrator who can sign in");
});
