import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { persons } from "#drizzle/schema/people";
import { educatorCertificates } from "#drizzle/schema/renewal/certificates";
import { newId } from "~/platform/ids";
import { writeBase } from "~/platform/http/stale-form";
import {
  addCertificate,
  type CertificateInput,
  changeCertificate,
  listCertificates,
  removeCertificate,
  toCertificateDraft,
} from "~/renewal/certificates/educator-certificate.server";
import { findEarlierLastDay, getPapersPage } from "~/renewal/certificates/papers-page.server";
import { getQualifications, saveQualifications } from "~/renewal/certificates/qualification.server";
import { action as changePaper, loader as paperPage } from "~/routes/certificate/certificate.papers.$id";
import { action as saveQualified } from "~/routes/certificate/certificate.papers._index";
import { action as enterPaper } from "~/routes/certificate/certificate.papers.new";
import { TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";

const TEACHER: CertificateInput = { kind: "teacher", issuedOn: "2023-07-01", expiresOn: "2028-06-30" };
const PRINCIPAL: CertificateInput = { kind: "principal", issuedOn: "2022-07-01", expiresOn: "2027-06-30" };
const FORM = { intent: "save-certificate", kind: "teacher", issuedOn: "2023-07-01", expiresOn: "2028-06-30" };

const args = (request: Request, id = "") => ({ request, params: { id }, context: {} });
const lastDayOf = (db: ReturnType<typeof useTestDatabase>, personId: string) =>
  db.select().from(persons).where(eq(persons.id, personId)).get()!.certificateExpiresOn;

test("N1 the day until which hours are needed follows what is entered, changed and removed; there is no second one", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const me = actingAs(db, person);
  const teacher = done(addCertificate(me, TEACHER));
  const principal = done(addCertificate(me, PRINCIPAL));
  expect(lastDayOf(db, person.personId)).toBe("2027-06-30");
  done(changeCertificate(me, principal, { ...PRINCIPAL, expiresOn: "2029-06-30" }));
  expect(lastDayOf(db, person.personId)).toBe("2028-06-30");
  done(addCertificate(me, { kind: "teacher", issuedOn: "2028-07-01", expiresOn: "2033-06-30" }));
  expect(lastDayOf(db, person.personId)).toBe("2029-06-30");
  done(removeCertificate(me, principal));
  expect(lastDayOf(db, person.personId)).toBe("2033-06-30");
  done(addCertificate(me, { kind: "para-general", issuedOn: "2024-01-01", expiresOn: null }));
  for (const { id } of listCertificates(db, person.personId)) done(removeCertificate(me, id));
  expect(lastDayOf(db, person.personId)).toBeNull();
  expect(removeCertificate(me, teacher)).toMatchObject({ reason: "unknown-certificate" });
});

test("two certificates of one kind never share a day, by the command and by the database", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const me = actingAs(db, person);
  const id = done(addCertificate(me, TEACHER));
  const overlapping = { ...TEACHER, issuedOn: "2028-06-30", expiresOn: "2033-06-30" };
  expect(addCertificate(me, overlapping)).toMatchObject({ reason: "overlaps", detail: { issuedOn: "2023-07-01" } });
  const row = { ...overlapping, id: newId(), personId: person.personId, createdAt: TEST_NOW, updatedAt: TEST_NOW };
  expect(() => db.insert(educatorCertificates).values(row).run()).toThrow("never share a day");
  const next = done(addCertificate(me, { ...overlapping, issuedOn: "2028-07-01" }));
  expect(changeCertificate(me, next, overlapping)).toMatchObject({ reason: "overlaps" });
  const widened = db
    .update(educatorCertificates)
    .set({ expiresOn: "2029-01-01" })
    .where(eq(educatorCertificates.id, id));
  expect(() => widened.run()).toThrow("never share a day");
  done(addCertificate(actingAs(db, makePerson(db)), TEACHER));
});

test("what was entered, changed and removed is told newest first, with old and new values", () => {
  const db = useTestDatabase();
  const me = actingAs(db, makePerson(db));
  const id = done(addCertificate(me, TEACHER));
  done(changeCertificate(me, id, { ...TEACHER, expiresOn: "2028-06-29" }));
  done(changeCertificate(me, id, { ...TEACHER, expiresOn: "2028-06-29" }));
  saveQualifications(me, { endorsements: ["Physics", "Biology", "Biology"], boardFrom: null, boardTo: null });
  saveQualifications(me, { endorsements: ["Biology", "Physics"], boardFrom: null, boardTo: null });
  done(removeCertificate(me, id));
  expect(getPapersPage(me).history.map(({ what }) => what)).toEqual([
    "Removed: certificate Teacher; day of issue Jul 1, 2023; last day Jun 29, 2028",
    "Changed: endorsements from none to Biology, Physics",
    "Changed: certificate Teacher; last day from Jun 30, 2028 to Jun 29, 2028",
    "Entered: certificate Teacher; day of issue Jul 1, 2023; last day Jun 30, 2028",
  ]);
});

test("N3 endorsements and National Board come back as saved, and what is left out is taken off", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const me = actingAs(db, person);
  const first = { endorsements: ["Biology" as const], boardFrom: "2024-11-01", boardTo: "2029-10-31" };
  saveQualifications(me, first);
  expect(getQualifications(db, person.personId)).toEqual(first);
  saveQualifications(me, { ...first, boardTo: "2029-10-30" });
  expect(getQualifications(db, person.personId).boardTo).toBe("2029-10-30");
  const nothing = { endorsements: [], boardFrom: null, boardTo: null };
  saveQualifications(me, nothing);
  expect(getQualifications(db, person.personId)).toEqual(nothing);
});

test("a last day that was entered before is proposed until a certificate says it", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const me = actingAs(db, person);
  db.update(persons).set({ certificateExpiresOn: "2029-06-30" }).where(eq(persons.id, person.personId)).run();
  expect(findEarlierLastDay(me)).toBe("2029-06-30");
  done(addCertificate(me, TEACHER));
  expect(findEarlierLastDay(me)).toBeNull();
});

test("bad input comes back at its field, and the rest is kept", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  done(addCertificate(actingAs(db, person), TEACHER));
  const early = await enterPaper(
    args(await post(db, "/certificate/papers/new", { ...FORM, expiresOn: "2020-01-01" }, person)),
  );
  expect(early.init?.status).toBe(400);
  expect(early.data.result.initialValue).toMatchObject({ kind: "teacher", issuedOn: "2023-07-01" });
  expect(Object.keys(early.data.result.error ?? {})).toEqual(["expiresOn"]);
  const again = await enterPaper(args(await post(db, "/certificate/papers/new", FORM, person)));
  expect([again.init?.status, Object.keys(again.data.result.error ?? {})]).toEqual([409, ["issuedOn"]]);
  const foreign = { intent: "save-qualifications", endorsements: ["Biology", "Alchemy"], boardFrom: "2024-11-01" };
  const qualified = await saveQualified(args(await post(db, "/certificate/papers", foreign, person)));
  expect(Object.keys(qualified.data.result.error ?? {}).sort()).toEqual(["boardTo", "endorsements"]);
});

test("a form that holds nothing but the last tick taken off takes it off", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  saveQualifications(actingAs(db, person), { endorsements: ["Biology"], boardFrom: null, boardTo: null });
  const empty = await post(db, "/certificate/papers", { intent: "save-qualifications" }, person);
  expect((await thrownBy(async () => saveQualified(args(empty)))).status).toBe(302);
  expect(getQualifications(db, person.personId).endorsements).toEqual([]);
});

test("a page that was opened before a change elsewhere asks which value stands", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const me = actingAs(db, person);
  const id = done(addCertificate(me, TEACHER));
  const base = writeBase({ ...toCertificateDraft({ ...TEACHER }) });
  done(changeCertificate(me, id, { ...TEACHER, expiresOn: "2028-06-29" }));
  const send = async (values: Record<string, string>) =>
    changePaper(args(await post(db, `/certificate/papers/${id}`, { ...FORM, base, ...values }, person), id));
  expect((await send({ expiresOn: "2028-06-28" })).init?.status).toBe(409);
  expect((await thrownBy(async () => send({ "keep.expiresOn": "theirs" }))).status).toBe(302);
  expect(listCertificates(db, person.personId)[0]?.expiresOn).toBe("2028-06-29");
  expect((await thrownBy(async () => send({ intent: "remove-certificate" }))).status).toBe(302);
});

test("somebody else's certificate is not found, and cannot be changed or removed", async () => {
  const db = useTestDatabase();
  const id = done(addCertificate(actingAs(db, makePerson(db)), TEACHER));
  const stranger = makePerson(db);
  const path = `/certificate/papers/${id}`;
  const page = await thrownBy(async () => paperPage(args(await get(db, path, stranger), id)));
  const form = await thrownBy(async () => changePaper(args(await post(db, path, FORM, stranger), id)));
  expect([page.status, form.status]).toEqual([404, 404]);
  expect(changeCertificate(actingAs(db, stranger), id, PRINCIPAL)).toMatchObject({ reason: "unknown-certificate" });
  expect(removeCertificate(actingAs(db, stranger), id)).toMatchObject({ reason: "unknown-certificate" });
});
