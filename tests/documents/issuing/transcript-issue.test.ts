import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { documentFiles, documents } from "#drizzle/schema/documents";
import { persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import { transcriptParameters } from "~/documents/issuing/transcript-parameters";
import { CODE_ALPHABET, sha256 } from "~/platform/secrets/codes.server";
import type { Database } from "~/platform/database/database.server";
import { at } from "../../support/clock";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { makePerson, type TestPerson } from "../../support/factories";
import { textOf } from "../drawing/pdf-tools";

const LATER = at("2027-04-01T09:00");

function educator() {
  const db = useTestDatabase();
  return { db, person: makePerson(db, { first: "Ánh", last: "Nguyễn", organisation: "Highline" }) };
}

async function issue(db: Database, person: TestPerson, period: { from?: string; to?: string } = {}, now = LATER) {
  const outcome = await issueTranscript(actingAs(db, person, { now }), { personId: person.personId, ...period });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

const rowOf = (db: Database, id: string) => db.select().from(documents).where(eq(documents.id, id)).get()!;

test("D2 D5 a transcript is a stored file with frozen parameters, its digest and a code of 90 random bits", async () => {
  const { db, person } = educator();
  postCreditFor(db, person, { designations: [{ designation: "STEM", minutes: 420 }] });
  const issued = await issue(db, person);
  const file = db.select().from(documentFiles).where(eq(documentFiles.documentId, issued.id)).get()!.bytes;
  expect(issued.fileHash).toBe(sha256(file));
  expect(issued.code).toMatch(new RegExp(`^([${CODE_ALPHABET}]{5}-){3}[${CODE_ALPHABET}]{5}$`));
  const parameters = transcriptParameters.parse(JSON.parse(issued.parameters));
  expect(parameters).toMatchObject({
    educator: { legalName: "Ánh Nguyễn" },
    verificationUrl: `http://hourbook.test/verify/${issued.code}`,
    issuedOn: "2027-04-01",
    lines: [{ minutes: 420, completedOn: "2027-03-09", providerApprovalYear: "2026–27" }],
  });
  const text = textOf(file);
  for (const words of ["Ánh Nguyễn", "Field science", "STEM 7", "0.70", issued.code]) expect(text).toContain(words);
  expect(() => db.update(documents).set({ parameters: "{}" }).run()).toThrow("D5: an issued document is frozen");
});

test("D5 the same content gives the same document, on another day, too", async () => {
  const { db, person } = educator();
  postCreditFor(db, person);
  const first = await issue(db, person);
  const again = await issue(db, person, {}, LATER + 5 * 86_400_000);
  expect(again.id).toBe(first.id);
  const [left, right] = await Promise.all([
    issue(db, person, { from: "2027-01-01" }),
    issue(db, person, { from: "2027-01-01" }),
  ]);
  expect(left.id).toBe(right.id);
  expect(db.select().from(documents).all()).toHaveLength(2);
});

test("D5 a new credit makes a new transcript that supersedes the one of the same period only", async () => {
  const { db, person } = educator();
  postCreditFor(db, person);
  const all = await issue(db, person);
  const spring = await issue(db, person, { from: "2027-01-01", to: "2027-03-31" });
  postCreditFor(db, person, { day: "2027-04-12" });
  const newer = await issue(db, person, {}, at("2027-05-01T09:00"));
  expect(rowOf(db, all.id).supersededById).toBe(newer.id);
  expect(rowOf(db, spring.id).supersededById).toBeNull();
  expect(rowOf(db, newer.id).supersededById).toBeNull();
  const actions = db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.personId, person.personId))
    .all();
  expect(actions.filter(({ action }) => action === "document.issued")).toHaveLength(3);
  expect(actions.filter(({ action }) => action === "document.superseded")).toHaveLength(1);
});

test("D5 a transcript whose content becomes true again is current again", async () => {
  const { db, person } = educator();
  postCreditFor(db, person);
  const rename = (legalLast: string) =>
    db.update(persons).set({ legalLast }).where(eq(persons.id, person.personId)).run();
  const first = await issue(db, person);
  rename("Trần");
  const second = await issue(db, person);
  rename("Nguyễn");
  expect((await issue(db, person)).id).toBe(first.id);
  expect(rowOf(db, first.id).supersededById).toBeNull();
  expect(rowOf(db, second.id).supersededById).toBe(first.id);
});

test("D5 what was revoked is not given out again", async () => {
  const { db, person } = educator();
  postCreditFor(db, person);
  const { id } = await issue(db, person);
  db.update(documents).set({ revokedAt: LATER, revokedReason: "issued in error" }).where(eq(documents.id, id)).run();
  const again = await issueTranscript(actingAs(db, person, { now: LATER }), { personId: person.personId });
  expect(again).toMatchObject({ ok: false, reason: "revoked" });
});

test("without credits, or with credits corrected to nothing, no transcript is issued", async () => {
  const { db, person } = educator();
  const ctx = actingAs(db, person, { now: LATER });
  const input = { personId: person.personId };
  expect(await issueTranscript(ctx, input)).toMatchObject({ ok: false, reason: "no-credits" });
  const { creditId } = postCreditFor(db, person);
  correctCreditRow(db, creditId, 0, LATER);
  expect(await issueTranscript(ctx, input)).toMatchObject({ ok: false, reason: "no-credits" });
  expect(db.select().from(documents).all()).toEqual([]);
});

test("P2 nobody issues the transcript of somebody else", async () => {
  const { db, person } = educator();
  postCreditFor(db, person);
  const other = makePerson(db);
  const outcome = await issueTranscript(actingAs(db, other, { now: LATER }), { personId: person.personId });
  expect(outcome).toMatchObject({ ok: false, reason: "unknown-person" });
});
