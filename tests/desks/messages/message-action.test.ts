import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { claims } from "#drizzle/schema/credits";
import { mailPreferences } from "#drizzle/schema/messages";
import { persons } from "#drizzle/schema/people";
import { addressFaults } from "#drizzle/schema/platform";
import { registrations } from "#drizzle/schema/registration";
import { runMessageForm } from "~/desks/messages/message-action.server";
import { getMessagePage } from "~/desks/messages/message-page.server";
import { carryOutDue } from "~/desks/started/carry-out.server";
import { getOffering } from "~/catalog/offerings/offering.server";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { type MessageForm, messageForm } from "~/registration/messages/message-form";
import { listMessages, messagePeople } from "~/registration/messages/message-people.server";
import { readList } from "~/platform/lists/list-page.server";
import { countReceivers, receiverSource } from "~/registration/messages/message-receivers.server";
import { listTemplates } from "~/registration/messages/message-template.server";
import { TESTS_PER_HOUR } from "~/registration/messages/message-test.server";
import { register } from "~/registration/seats/registration.server";
import { DAY, HOUR, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { makeOffering, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { readingsOf } from "../../support/readings";
import { pdfOf } from "../../support/sample-files";

let db: Database;
let fran: TestPerson;
let people: TestPerson[];
let offeringId: string;

beforeEach(() => {
  db = useTestDatabase();
  fran = makePerson(db, { first: "Fran", last: "Facilitator" });
  const first = { organisation: "Kent", from: "2024-09-01", to: "2027-03-08" };
  people = [
    makePerson(db, { first: "Ada", last: "One", organisation: "Kent" }),
    makePerson(db, { first: "Ben", last: "Two", ...first }),
    makePerson(db, { first: "Cem", last: "Three", organisation: "Renton", confirmed: false }),
    makePerson(db, { first: "Dov", last: "Four" }),
  ];
  offeringId = makeOffering(db, { instructor: fran }).id;
  for (const person of people) register(actingAs(db, person), { offeringId });
});

const staff = (now = TEST_NOW) => actingAs(db, fran, { now });
const ids = (...names: string[]) =>
  people.filter(({ name }) => names.includes(name.split(" ")[0]!)).map((p) => p.personId);

const run = (values: Partial<Record<keyof MessageForm, unknown>>, now = TEST_NOW) =>
  runMessageForm(
    staff(now),
    getOffering(db, offeringId),
    messageForm.parse({ subject: "Hello {name}", body: "{offering} at {place}.", nonce: newId(), ...values }),
  );

/** Whom a message of this audience reaches, by first name. */
async function toldBy(values: Partial<Record<keyof MessageForm, unknown>>): Promise<string[]> {
  const before = messagesOf(db, "offering-message").length;
  const answer = await run({ intent: "send", ...values });
  if (answer.kind !== "started") return [`refused: ${answer.kind === "refused" ? answer.words : ""}`];
  carryOutDue(systemContext(db, TEST_NOW + HOUR));
  const told = messagesOf(db, "offering-message").slice(before);
  return told.map(({ payload }) => String(payload.personName).split(" ")[0]!).sort();
}

/** A claim of somebody's, as far as it has come. */
function claimed(person: TestPerson, values: Partial<typeof claims.$inferInsert>): void {
  const made = { requestedMinutes: 60, affidavitText: "x", claimedAt: TEST_NOW };
  const row = { id: newId(), offeringId, personId: person.personId, earnedMinutes: 60, createdAt: 1, updatedAt: 1 };
  db.insert(claims)
    .values({ ...row, status: "claimed", ...(values.status === "open" ? {} : made), ...values })
    .run();
}

test("people are chosen by what they have yet to do, by where they worked on the first day, or one by one", async () => {
  claimed(people[0]!, { status: "open" });
  claimed(people[1]!, { status: "claimed" });
  claimed(people[2]!, { status: "evaluated", evaluated: true });
  claimed(people[3]!, { status: "posted", evaluated: true, settled: true });
  expect(await toldBy({ audience: "not-claimed" })).toEqual(["Ada"]);
  expect(await toldBy({ audience: "not-evaluated" })).toEqual(["Ben"]);
  expect(await toldBy({ audience: "not-paid" })).toEqual(["Ben", "Cem"]);
  // Ben's workplace ended the day before.
  const kent = organisationId(db, "Kent");
  expect(await toldBy({ audience: "district", districts: [kent] })).toEqual(["Ada"]);
  expect(await toldBy({ audience: "district", districts: [organisationId(db, "Renton")] })).toEqual(["Cem"]);
  expect(await toldBy({ audience: "chosen", people: ids("Dov") })).toEqual(["Dov"]);
  expect(await toldBy({ audience: "status", statuses: ["registered"] })).toHaveLength(4);
  expect(await toldBy({ audience: "chosen", people: [fran.personId] })).toEqual([
    "refused: Nobody whom you chose can be reached by mail, so nothing was sent.",
  ]);
  const sent = listMessages(staff(), offeringId).map(({ audience, districts }) => [audience, ...districts]);
  expect(sent).toContainEqual(["district", "Kent"]);
});

test("somebody of another offering cannot be written to through this one", () => {
  const other = makeOffering(db);
  register(actingAs(db, people[0]!), { offeringId: other.id });
  const foreign = db.select().from(registrations).where(eq(registrations.offeringId, other.id)).get()!;
  const chosen = { audience: "chosen" as const, districts: [], registrationIds: [foreign.id] };
  const input = { subject: "News", body: "Hello.", statuses: [], nonce: "n", chosen };
  expect(messagePeople(staff(), { id: offeringId }, input)).toMatchObject({ ok: false, reason: "person-elsewhere" });
  expect(messagesOf(db, "offering-message")).toEqual([]);
});

test("a preview shows the very mail, filled for its receiver, whom it reaches and whom not, and sends nothing", async () => {
  const [, ben, cem, dov] = people as [TestPerson, TestPerson, TestPerson, TestPerson];
  db.update(persons).set({ email: null }).where(eq(persons.id, ben.personId)).run();
  const fault = { source: "service" as const, reason: "550", reportedAt: TEST_NOW };
  db.insert(addressFaults)
    .values({ address: cem.email, ...fault })
    .run();
  const wish = { personId: dov.personId, category: "facilitator" as const, choice: "off" as const };
  db.insert(mailPreferences)
    .values({ ...wish, updatedAt: TEST_NOW })
    .run();
  const answer = await run({ intent: "preview", statuses: ["registered"], files: [pdfOf("agenda", "Agenda.pdf")] });
  if (answer.kind !== "preview") throw new Error(answer.kind);
  const { preview, files } = answer;
  expect(preview.subject).toBe("Hello Ada One (Field science for every classroom)");
  expect(preview.text).toContain("Field science for every classroom at Example Hall.");
  expect(preview.html).toContain("Choose which messages you get");
  expect(preview.text).toContain("Attached: Agenda.pdf");
  expect(preview.reach).toEqual({
    reached: 1,
    daily: 0,
    unreachable: ["Three, Cem", "Two, Ben"],
    switchedOff: ["Four, Dov"],
  });
  expect(files).toMatchObject([{ position: 0, name: "Agenda.pdf" }]);
  expect(messagesOf(db, "offering-message")).toEqual([]);
  expect(readingsOf(db, "offering.message-previewed")[0]!.personIds).toHaveLength(4);
});

test("a text that names what the offering does not have is neither shown nor sent", async () => {
  const answer = await run({ intent: "send", statuses: ["registered"], body: "Claim by {claim by}, ask {contact}." });
  expect(answer).toMatchObject({
    kind: "refused",
    field: "body",
    words: expect.stringContaining("{contact}") as string,
  });
});

test("files of a preview go with the message that follows, except those that were left out", async () => {
  const nonce = newId();
  const to = { statuses: ["registered"], nonce };
  await run({ intent: "preview", ...to, files: [pdfOf("a", "a.pdf"), pdfOf("b", "b.pdf")] });
  await run({ intent: "preview", ...to, kept: [1], files: [pdfOf("c", "c.pdf")] });
  const answer = await run({ intent: "send", ...to, kept: [1, 2] });
  expect(answer.kind).toBe("started");
  carryOutDue(systemContext(db, TEST_NOW + HOUR));
  expect(listMessages(staff(), offeringId)[0]!.files.map(({ name }) => name)).toEqual(["b.pdf", "c.pdf"]);
  const four = Array.from({ length: 4 }, (_each, index) => pdfOf(`${index}`));
  const next = newId();
  await run({ intent: "preview", ...to, nonce: next, files: four });
  const many = await run({
    intent: "preview",
    ...to,
    nonce: next,
    kept: [0, 1, 2, 3],
    files: [pdfOf("x"), pdfOf("y")],
  });
  expect(many).toMatchObject({ kind: "refused", field: "files", words: "Attach at most 5 files." });
});

test("nobody takes along a file that another person brought", async () => {
  const nonce = newId();
  await run({ intent: "preview", statuses: ["registered"], nonce, files: [pdfOf("a", "a.pdf")] });
  const other = actingAs(db, people[0]!);
  const form = messageForm.parse({ subject: "News", body: "Hello.", statuses: ["registered"], nonce, kept: [0] });
  const answer = await runMessageForm(other, getOffering(db, offeringId), { ...form, intent: "preview" });
  expect(answer).toMatchObject({ kind: "preview", files: [] });
});

test("a test goes to its sender alone, says that it is one, counts for nothing, and is limited", async () => {
  const to = { intent: "test", statuses: ["registered"], files: [pdfOf("agenda", "Agenda.pdf")] };
  expect(await run(to)).toMatchObject({ kind: "preview", said: `The test goes to ${fran.email}, and to nobody else.` });
  const [mail] = messagesOf(db, "offering-message-test");
  expect(mail).toMatchObject({ recipient: fran.email, state: "queued", payload: { title: "Hello Dov Four" } });
  expect(mail!.payload.files).toMatchObject([{ name: "Agenda.pdf" }]);
  expect(listMessages(staff(), offeringId)).toEqual([]);
  for (let each = 1; each < TESTS_PER_HOUR; each++) await run({ intent: "test", statuses: ["registered"] });
  expect(await run({ intent: "test", statuses: ["registered"] })).toMatchObject({
    kind: "refused",
    words: "That was tried too often. Wait 1 hour, then try again.",
  });
  expect(messagesOf(db, "offering-message-test")).toHaveLength(TESTS_PER_HOUR);
  expect(await run({ intent: "test", statuses: ["registered"] }, TEST_NOW + 2 * HOUR)).toMatchObject({
    kind: "preview",
  });
});

test("subject and text are kept as a template of the provider, once for each name", async () => {
  const kept = { intent: "keep-template", templateName: "Parking" };
  expect(await run(kept)).toMatchObject({ kind: "kept" });
  expect(await run(kept)).toMatchObject({ kind: "refused", field: "templateName" });
  const { providerId } = getOffering(db, offeringId);
  expect(listTemplates(db, providerId)).toMatchObject([{ name: "Parking", subject: "Hello {name}" }]);
  const query = new URLSearchParams({ template: listTemplates(db, providerId)[0]!.id, person: ids("Ben")[0]! });
  const page = getMessagePage(staff(), getOffering(db, offeringId), query);
  expect(page).toMatchObject({ template: { subject: "Hello {name}" }, chosen: ids("Ben") });
  const foreign = getMessagePage(staff(), getOffering(db, offeringId), new URLSearchParams({ person: fran.personId }));
  expect(foreign.chosen).toEqual([]);
});

test("it can be written long after, and each receiver stands on the message's page with what became of it", async () => {
  const wish = { personId: people[3]!.personId, category: "facilitator" as const, choice: "off" as const };
  db.insert(mailPreferences)
    .values({ ...wish, updatedAt: TEST_NOW })
    .run();
  await run({ intent: "send", statuses: ["registered"] }, TEST_NOW + 400 * DAY);
  carryOutDue(systemContext(db, TEST_NOW + 401 * DAY));
  const [message] = listMessages(staff(), offeringId);
  const list = (query = "") =>
    readList(receiverSource(staff(), message!, "America/Los_Angeles"), new URLSearchParams(query));
  const { rows, total } = list();
  expect(total).toBe(4);
  expect(rows.map(({ name, state, why }) => [name, state, why])).toEqual([
    ["Four, Dov", "suppressed", "The person does not want messages of this kind."],
    ["One, Ada", "queued", null],
    ["Three, Cem", "queued", null],
    ["Two, Ben", "queued", null],
  ]);
  expect(countReceivers(db, message!)).toContainEqual({ state: "queued", count: 3 });
  expect(list("q=dov").rows.map(({ name }) => name)).toEqual(["Four, Dov"]);
  expect(list("state=queued&sort=-person").rows.map(({ name }) => name)).toEqual([
    "Two, Ben",
    "Three, Cem",
    "One, Ada",
  ]);
  expect(readingsOf(db, "offering.receivers-read")[0]!.personIds).toHaveLength(5);
});
