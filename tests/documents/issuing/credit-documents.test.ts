import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { documents } from "#drizzle/schema/documents";
import { affiliations, formerNames, persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { issueCertificate, issueRegistrationForm } from "~/documents/issuing/credit-document.server";
import { readDocumentFile } from "~/documents/issuing/document.server";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { action, loader } from "~/routes/educator/credits.$id.documents";
import { loader as readDocument } from "~/routes/educator/documents.$id";
import { readingsOf } from "../../support/readings";
import { at, TEST_NOW } from "../../support/clock";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { makePerson, type TestPerson } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";
import { drawn } from "../drawing/drawn";
import { sampleCertificate, sampleForm } from "../drawing/document-samples";
import { infoOf, overlapsIn, structureOf, textOf, wordsOf } from "../drawing/pdf-tools";

const LATER = at("2027-04-01T09:00");
const flat = (text: string) => text.replace(/\s+/g, " ");
const args = (request: Request, params: Record<string, string>) => ({ request, params, context: {} });

let db: Database;
let person: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { first: "Ánh", last: "Nguyễn", organisation: "Highline" });
});

async function certificateOf(creditId: string, now = LATER) {
  const outcome = await issueCertificate(actingAs(db, person, { now }), creditId);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

describe("the certificate of one credit", () => {
  test.each([
    ["educator's name", "Educator: Nguyễn Thị Ngọc Ánh"],
    ["certificate number", "Certificate number: 512345F"],
    ["completion date", "Feb 13, 2027"],
    ["hours", "earned 5.5 of 6 approved clock hours"],
    ["quarter credits", "0.55 quarter credits"],
    ["course title", "“Grading That Tells the Truth”"],
    ["designation with its hours", "EQUITY 5.5"],
    ["in-service number", "PS-2027-0088"],
    ["provider and its approval year", "Puget Sound Educational Service District Approved for 2024–25"],
    ["designee's signature", "/s/ Joan Fairbanks"],
    ["designee's title", "Joan Fairbanks, Registrar for clock hours"],
    ["date of issue", "Date of issue: Nov 20, 2026"],
    ["verification code", "Verification code K7M2-QX4T-9WPD-H3RA"],
    ["page number", "Page 1 of 1"],
  ])("D2 D3 shows the %s, on one tagged page", async (_field, expected) => {
    const pdf = await drawn(sampleCertificate());
    expect(flat(structureOf(pdf) + textOf(pdf))).toContain(expected);
    expect(infoOf(pdf)).toMatch(/^Tagged:\s+yes$/m);
    expect(infoOf(pdf)).toMatch(/^Pages:\s+1$/m);
    expect(overlapsIn(wordsOf(pdf))).toEqual([]);
  });

  test("D5 T9 asked for by the person, by a job and again later, it is one document", async () => {
    const { creditId } = postCreditFor(db, person);
    const first = await certificateOf(creditId);
    const byJob = await issueCertificate(systemContext(db, LATER + 86_400_000), creditId);
    const twice = await Promise.all([certificateOf(creditId), certificateOf(creditId)]);
    expect(byJob).toMatchObject({ ok: true, value: { id: first.id } });
    expect(twice.map(({ id }) => id)).toEqual([first.id, first.id]);
    expect(db.select().from(documents).all()).toHaveLength(1);
  });

  test("T7 D5 a correction makes a new certificate that supersedes the old, whichever version is named", async () => {
    const { creditId } = postCreditFor(db, person);
    const first = await certificateOf(creditId);
    correctCreditRow(db, creditId, 390, LATER);
    const second = await certificateOf(creditId);
    expect(second.id).not.toBe(first.id);
    expect(textOf(readDocumentFile(db, second.id))).toContain("Corrected, version 2");
    const old = db.select().from(documents).where(eq(documents.id, first.id)).get()!;
    expect(old.supersededById).toBe(second.id);
  });

  test("hours that were corrected to nothing have no certificate", async () => {
    const { creditId } = postCreditFor(db, person);
    correctCreditRow(db, creditId, 0, LATER);
    const outcome = await issueCertificate(actingAs(db, person, { now: LATER }), creditId);
    expect(outcome).toMatchObject({ ok: false, reason: "no-credits" });
  });
});

describe("the SPI 1125-equivalent form of one credit", () => {
  test.each([
    ["I legal name", "Legal name: Nguyễn Thị Ngọc Ánh"],
    ["I former name", "Former name: Ngọc Trần-Castañeda"],
    ["I address", "Address: 17 Sample Street, Renton, WA 98057"],
    ["I work location", "Work location: Cedar Elementary"],
    ["I phone", "Phone: 206-555-0142"],
    ["II title", "Title: Grading That Tells the Truth"],
    ["II instructor", "Instructor: Joan Fairbanks, Đỗ Quỳnh"],
    ["II in-service number", "In-service number: PS-2027-0088"],
    ["II dates", "Dates: Feb 6, 2027 to Feb 13, 2027"],
    ["II provider", "Provider: Puget Sound Educational Service District, approved for 2024–25"],
    ["III hours", "Earned 5.5 of 6 hours"],
    ["III amount paid", "Amount paid: $16.50 (Check $16.50)"],
    ["III signature", "/s/ Nguyễn Thị Ngọc Ánh, affidavit 2026-1 agreed to electronically"],
    ["III date", "Date: Feb 14, 2027"],
    ["designee's signature", "/s/ Joan Fairbanks"],
  ])("D4 shows %s", async (_field, expected) => {
    const pdf = await drawn(sampleForm());
    expect(flat(structureOf(pdf))).toContain(expected);
    expect(infoOf(pdf)).toMatch(/^Pages:\s+1$/m);
    expect(overlapsIn(wordsOf(pdf))).toEqual([]);
  });

  test("D4 what is not on file leaves a line to write on, and says so to a screen reader", async () => {
    const pdf = await drawn(sampleForm({ address: null, phone: null }));
    expect(pdf.toString("latin1")).toContain("/ActualText (Address: to be written by hand)");
    expect(flat(structureOf(pdf))).toMatch(/"Phone: "/);
  });

  test("D4 is filled in from the record, with the fee that was paid and the affidavit", async () => {
    db.update(affiliations)
      .set({ building: "Cedar Elementary" })
      .where(eq(affiliations.personId, person.personId))
      .run();
    db.update(persons).set({ phone: "206-555-0199" }).where(eq(persons.id, person.personId)).run();
    db.insert(formerNames)
      .values({ id: newId(), personId: person.personId, name: "Ánh Trần", recordedAt: TEST_NOW })
      .run();
    const { creditId } = postCreditFor(db, person, { minutes: 390 });
    const ctx = actingAs(db, person, { now: LATER });
    const outcome = await issueRegistrationForm(ctx, { creditId, address: "17 Sample Street" });
    if (!outcome.ok) throw new Error(outcome.reason);
    const text = flat(structureOf(readDocumentFile(db, outcome.value.id)));
    for (const words of [
      "Former name: Ánh Trần",
      "Address: 17 Sample Street",
      "Phone: 206-555-0199",
      "Earned 6.5 of 7 hours",
      "$19.50",
      "agreed to electronically",
    ])
      expect(text).toContain(words);
    const without = await issueRegistrationForm(ctx, { creditId });
    expect(without).toMatchObject({ ok: true });
    expect(db.select().from(documents).all()).toHaveLength(2);
  });
});

test("P2 P5 strangers get neither page nor document; the provider's registrar does, and is on record", async () => {
  const { creditId, registrar } = postCreditFor(db, person);
  const stranger = makePerson(db, { organisation: "Kent" });
  const path = `/credits/${creditId}/documents`;
  const asking = async (who: TestPerson) => loader(args(await get(db, path, who), { id: creditId }));
  expect((await thrownBy(() => asking(stranger))).status).toBe(404);
  expect(await issueCertificate(actingAs(db, stranger), creditId)).toMatchObject({ reason: "unknown-credit" });
  expect((await asking(registrar)).data).toMatchObject({ isOwn: false, name: person.name });

  const answer = await action(args(await post(db, path, { intent: "certificate" }, registrar), { id: creditId }));
  const to = (answer as Response).headers.get("Location")!;
  const id = db.select().from(documents).get()!.id;
  expect(to).toBe(`/documents/${id}?download=1`);
  const file = await readDocument(args(await get(db, to, registrar), { id }));
  expect(file.headers.get("Content-Disposition")).toMatch(/attachment; filename="certificate-/);
  expect((await thrownBy(async () => readDocument(args(await get(db, to, stranger), { id })))).status).toBe(404);

  for (const reading of ["credit.read", "document.read"]) {
    expect(readingsOf(db, reading)).toMatchObject([{ actorId: registrar.personId, personIds: [person.personId] }]);
  }
  const entries = db.select().from(auditEntries).where(eq(auditEntries.actorId, registrar.personId)).all();
  const actions = entries.map((entry) => entry.action);
  for (const expected of ["credit.read", "document.issued", "document.read"]) expect(actions).toContain(expected);
});
