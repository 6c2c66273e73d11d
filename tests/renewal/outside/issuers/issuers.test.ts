import { beforeEach, expect, test } from "vitest";
import { outsideHours } from "#drizzle/schema/renewal/outside";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import { readDocumentFile } from "~/documents/issuing/document.server";
import type { Database } from "~/platform/database/database.server";
import { readForeignDocument } from "~/renewal/outside/issuers/foreign-document.server";
import { addIssuer, changeIssuer, getIssuer, listTrustedKeys } from "~/renewal/outside/issuers/trusted-issuer.server";
import { enterOutside, findMyOutside, listOutsideHours, removeOutside } from "~/renewal/outside/outside-hours.server";
import { sendOutside } from "~/renewal/outside/outside-check.server";
import { listMyOutside } from "~/renewal/outside/outside-page.server";
import { action as handIn } from "~/routes/certificate/certificate.elsewhere.document";
import { at } from "../../../support/clock";
import { postCreditFor } from "../../../support/credits";
import { actingAs, useTestDatabase } from "../../../support/database";
import { done } from "../../../support/done";
import { give, makePerson, type TestPerson } from "../../../support/factories";
import { post } from "../../../support/request";
import { fileOf } from "../../../support/sample-files";
import { outside } from "../samples";
import { foreignFile, foreignKeys, foreignTranscript } from "./foreign";

const NOW = at("2028-03-01T09:00");
const ISSUER = { name: "Capital Region ESD 113", note: "From their address, confirmed by telephone." };

let db: Database;
let person: TestPerson;
let admin: ReturnType<typeof actingAs>;
let me: ReturnType<typeof actingAs>;
beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { first: "Hana", last: "Takahashi" });
  const administrator = makePerson(db, { first: "Robin", last: "Admin" });
  give(db, administrator, "admin");
  admin = actingAs(db, administrator, { now: NOW });
  me = actingAs(db, person, { now: NOW });
});

const trust = async () => done(addIssuer(admin, { ...ISSUER, keys: await foreignKeys() }));
const marks = () => listMyOutside(me).map(({ mark }) => mark);

test("D5 a document of a trusted issuer is read without typing, once, and says who signed it", async () => {
  const issuerId = await trust();
  const document = foreignTranscript("Hana Takahashi");
  const [first] = document.lines;
  const typed = outside({ title: first.courseTitle, completedOn: first.completedOn, startedOn: first.startedOn });
  const mine = done(enterOutside(me, typed, null));
  expect(done(await readForeignDocument(me, await foreignFile(document)))).toContain("2 entries read");
  expect(findMyOutside(db, person.personId, mine)).toMatchObject({
    state: "signed",
    amount: first.minutes,
    documentCode: document.code,
    fileName: "transcript.pdf",
  });
  expect(marks()).toEqual([`Signed by ${ISSUER.name}`, `Signed by ${ISSUER.name}`]);
  expect(done(await readForeignDocument(me, await foreignFile(document)))).toContain("2 entries stood here already");
  expect(getIssuer(db, issuerId).uses).toBe(2);
  done(changeIssuer(admin, issuerId, { intent: "revoke-issuer", reason: "Their key was stolen." }));
  expect(marks()).toEqual(["Self-reported", "Self-reported"]);
  expect(changeIssuer(admin, issuerId, { intent: "delete-issuer" })).toMatchObject({ reason: "issuer-used" });
  const [other] = listOutsideHours(db, person.personId).filter(({ id }) => id !== mine);
  done(sendOutside(me, other!.id));
  expect(findMyOutside(db, person.personId, other!.id)).toMatchObject({
    state: "sent",
    issuer: null,
    fileName: "transcript.pdf",
  });
  done(changeIssuer(admin, issuerId, { intent: "restore-issuer" }));
  expect(marks().toSorted()).toEqual(["Self-reported", `Signed by ${ISSUER.name}`]);
  expect(sendOutside(me, mine)).toMatchObject({ reason: "is-not-changeable" });
  done(removeOutside(me, mine));
});

test("D5 what is altered, of an unknown key, somebody else's, issued here or no document is not read", async () => {
  const document = foreignTranscript("Hana Takahashi");
  const file = await foreignFile(document);
  const reasonOf = async (given: File) => {
    const outcome = await readForeignDocument(me, given);
    return outcome.ok ? null : outcome.reason;
  };
  expect(await reasonOf(file)).toBe("not-checked");
  const issuerId = await trust();
  const bytes = Buffer.from(await file.arrayBuffer());
  const place = bytes.indexOf("/Author (") + 10;
  bytes[place] = bytes[place]! ^ 1;
  expect(await reasonOf(fileOf(new Uint8Array(bytes)))).toBe("altered");
  expect(await reasonOf(await foreignFile(foreignTranscript("Aisha Rahman")))).toBe("somebody-else");
  expect(await reasonOf(fileOf("%PDF-1.7\n%%EOF"))).toBe("no-document");
  expect(await reasonOf(fileOf("Some words", "words.txt"))).toBe("no-document");
  expect(await reasonOf(await foreignFile(foreignTranscript("Hana Takahashi", 0)))).toBe("no-hours");
  postCreditFor(db, person);
  const own = done(await issueTranscript(me, { personId: person.personId }));
  expect(await reasonOf(fileOf(new Uint8Array(readDocumentFile(db, own.id))))).toBe("issued-here");
  done(changeIssuer(admin, issuerId, { intent: "revoke-issuer", reason: "Their key was stolen." }));
  expect(await reasonOf(file)).toBe("not-checked");
  expect(listOutsideHours(db, person.personId)).toEqual([]);
});

test("the page says at the file why it was not read", async () => {
  const form = new FormData();
  form.append("file", await foreignFile(foreignTranscript("Hana Takahashi")));
  const request = await post(db, "/certificate/elsewhere/document", form, person);
  const answer = await handIn({ request, params: {}, context: {} });
  expect(answer.data.result.error).toMatchObject({ file: [expect.stringContaining("Not checked")] });
  expect(db.select().from(outsideHours).all()).toEqual([]);
});

test("the list of issuers keeps its history, knows each key once and takes none that cannot be read", async () => {
  const keys = await foreignKeys();
  const broken = keys.map((key) => ({ ...key, publicKey: "no key" }));
  expect(addIssuer(admin, { ...ISSUER, keys: broken })).toMatchObject({ reason: "bad-keys" });
  const id = await trust();
  expect(addIssuer(admin, { ...ISSUER, keys })).toMatchObject({ reason: "name-taken" });
  expect(addIssuer(admin, { ...ISSUER, name: "Another", keys })).toMatchObject({ reason: "key-known" });
  expect(done(changeIssuer(admin, id, { intent: "add-keys", keys }))).toContain("already");
  const later = keys.map((key) => ({ ...key, keyId: "the-next-key" }));
  done(changeIssuer(admin, id, { intent: "add-keys", keys: later }));
  done(changeIssuer(admin, id, { intent: "save-issuer", ...ISSUER, name: "ESD 113" }));
  done(changeIssuer(admin, id, { intent: "revoke-issuer", reason: "Moved." }));
  expect(listTrustedKeys(db)).toEqual([]);
  expect(getIssuer(db, id).history.map(({ what }) => what)).toEqual([
    "Not trusted any more: because “Moved.”",
    "Changed: name from “Capital Region ESD 113” to “ESD 113”",
    `Keys added: keys from ${keys[0]!.keyId} to ${keys[0]!.keyId}, the-next-key`,
    `Added: name “Capital Region ESD 113”; how the keys came here “${ISSUER.note}”; keys ${keys[0]!.keyId}`,
  ]);
  done(changeIssuer(admin, id, { intent: "delete-issuer" }));
  expect(changeIssuer(admin, id, { intent: "delete-issuer" })).toMatchObject({ reason: "unknown-issuer" });
});
