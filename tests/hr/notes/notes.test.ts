import { beforeEach, expect, test } from "vitest";
import { auditEntries } from "#drizzle/schema/platform";
import { addHrNote, changeHrNote, setHrNoteDeleted } from "~/hr/notes/hr-note.server";
import { getDistrictPerson } from "~/hr/people/person.server";
import type { Database } from "~/platform/database/database.server";
import { writeBase } from "~/platform/http/stale-form";
import { action, loader } from "~/routes/hr/people.$id";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";

let db: Database;
let hana: TestPerson;
let kim: TestPerson;
let person: TestPerson;
let highline: string;
let kent: string;
beforeEach(() => {
  db = useTestDatabase();
  highline = organisationId(db, "Highline");
  kent = organisationId(db, "Kent");
  hana = makePerson(db, { first: "Hana", last: "Highline" });
  kim = makePerson(db, { first: "Kim", last: "Kent" });
  give(db, hana, "hr", highline);
  give(db, kim, "hr", kent);
  person = makePerson(db, { first: "Ada", last: "Ames", organisation: "Highline" });
  affiliate(db, person, { organisation: "Kent", from: "2026-09-01" });
});

const args = (request: Request) => ({ request, params: { id: person.personId }, context: {} });
const path = () => `/hr/people/${person.personId}`;
const page = async (who: TestPerson) => loader(args(await get(db, path(), who)));
const send = async (who: TestPerson, values: Record<string, string>) =>
  action(args(await post(db, path(), values, who)));
const hr = (scopeId = highline, now = at("2026-10-05T09:00")) => actingAs(db, hana, { now, scopeIds: [scopeId] });
const add = (body = "Asked for a copy.") =>
  addHrNote(hr(), { organisationId: highline, personId: person.personId, body });
const notes = (scopeIds = [highline]) =>
  getDistrictPerson(actingAs(db, hana, { scopeIds }), person.personId).notes.map(({ versions, deletedAt }) => [
    versions.map(({ body }) => body),
    deletedAt !== null,
  ]);

test("HR writes, changes, deletes and brings back a note; every wording stays with who and when", async () => {
  expect(
    (await thrownBy(() => send(hana, { intent: "add-note", organisationId: highline, body: "One." }))).status,
  ).toBe(302);
  const [note] = (await page(hana)).notes;
  const change = { intent: "change-note", noteId: note!.id, body: "Two.", base: writeBase({ body: "One." }) };
  await thrownBy(() => send(hana, change));
  await thrownBy(() => send(hana, { ...change, base: writeBase({ body: "Two." }) }));
  expect((await page(hana)).notes[0]!.versions).toMatchObject([
    { version: 1, body: "One.", writtenBy: "Hana Highline" },
    { version: 2, body: "Two.", writtenBy: "Hana Highline" },
  ]);
  await thrownBy(() => send(hana, { intent: "delete-note", noteId: note!.id }));
  expect(notes()).toEqual([[["One.", "Two."], true]]);
  await thrownBy(() => send(hana, { intent: "restore-note", noteId: note!.id }));
  expect(notes()).toEqual([[["One.", "Two."], false]]);
  const said = db
    .select()
    .from(auditEntries)
    .all()
    .filter(({ action: what }) => what.startsWith("hr-note."));
  expect(said.map(({ action: what }) => what.slice(8))).toEqual(["added", "changed", "deleted", "restored"]);
  expect(said.every(({ actorId, personId }) => actorId === hana.personId && personId === person.personId)).toBe(true);
  // The log is read by others than the district's HR: it says that, never what.
  expect(JSON.stringify(said)).not.toMatch(/One\.|Two\./);
});

test("a note that a colleague changed meanwhile is not written over: both wordings come back", async () => {
  const noteId = add("One.");
  changeHrNote(hr(), { personId: person.personId, noteId, body: "Theirs." });
  const answer = await send(hana, { intent: "change-note", noteId, body: "Mine.", base: writeBase({ body: "One." }) });
  expect(answer.init?.status).toBe(409);
  expect(answer.data).toMatchObject({
    result: { initialValue: { body: "Mine." } },
    stale: {
      fields: [{ field: "body", before: "One.", now: "Theirs.", touched: true }],
      change: { by: "Hana Highline" },
    },
  });
  expect(notes()).toEqual([[["One.", "Theirs."], false]]);
});

test("a note that was deleted meanwhile refuses another wording and loses nothing of it", async () => {
  const noteId = add("One.");
  setHrNoteDeleted(hr(), { personId: person.personId, noteId, deleted: true });
  const answer = await send(hana, { intent: "change-note", noteId, body: "Mine.", base: writeBase({ body: "One." }) });
  expect(JSON.stringify(answer.data)).toContain("A colleague has deleted this note meanwhile");
  expect(answer.data.result.initialValue).toMatchObject({ body: "Mine." });
});

test.each([
  ["", "Write the note."],
  ["SSN 123-45-6789", "Social Security number"],
])("P1 the note “%s” is refused, and comes back as it was typed", async (body, words) => {
  const answer = await send(hana, { intent: "add-note", organisationId: highline, body });
  expect(JSON.stringify(answer.data.result)).toContain(words);
  expect(notes()).toEqual([]);
});

test("P2 no other district's HR reads, changes, deletes or adds one, though the person works there as well", async () => {
  const noteId = add();
  expect((await page(kim)).notes).toEqual([]);
  expect(notes([kent])).toEqual([]);
  const tries: Record<string, string>[] = [
    { intent: "change-note", noteId, body: "Mine." },
    { intent: "delete-note", noteId },
    { intent: "restore-note", noteId },
    { intent: "add-note", organisationId: highline, body: "Mine." },
  ];
  for (const values of tries) expect((await thrownBy(() => send(kim, values))).status, values.intent).toBe(404);
  expect(notes()).toEqual([[["Asked for a copy."], false]]);
  // Nor under the page of another of one's own people.
  const other = makePerson(db, { organisation: "Highline" });
  expect(() => changeHrNote(hr(), { personId: other.personId, noteId, body: "Mine." })).toThrow();
});

test("P2 nobody notes anything about somebody who never belonged to the district", () => {
  const stranger = makePerson(db, { organisation: "Renton" });
  expect(() => addHrNote(hr(), { organisationId: highline, personId: stranger.personId, body: "One." })).toThrow();
  const declared = makePerson(db, { organisation: "Highline", confirmed: false });
  expect(() => addHrNote(hr(), { organisationId: highline, personId: declared.personId, body: "One." })).toThrow();
});

test("whoever is HR of two districts of a person sees whose each note is", () => {
  add("Of Highline.");
  addHrNote(hr(kent), { organisationId: kent, personId: person.personId, body: "Of Kent." });
  const both = getDistrictPerson(actingAs(db, hana, { scopeIds: [highline, kent] }), person.personId);
  expect(both.notes.map(({ organisation, versions }) => [organisation, versions[0]!.body])).toEqual([
    ["Kent", "Of Kent."],
    ["Highline", "Of Highline."],
  ]);
  expect(both.districts.map(({ label }) => label).sort()).toEqual(["Highline", "Kent"]);
});
