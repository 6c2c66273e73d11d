import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import { checkUpload } from "~/documents/checking/uploaded-file.server";
import { VerifiedDocument } from "~/documents/checking/VerifiedDocument";
import { readDocumentFile } from "~/documents/issuing/document.server";
import { getApplicationPage } from "~/desks/renewal/application-desk.server";
import type { Database } from "~/platform/database/database.server";
import { addCertificate } from "~/renewal/certificates/educator-certificate.server";
import { saveQualifications } from "~/renewal/certificates/qualification.server";
import { enterOutside } from "~/renewal/outside/outside-hours.server";
import { issueRenewalSummary } from "~/renewal/summary/renewal-summary.server";
import { loader as verify } from "~/routes/public/verify.$code";
import { infoOf, overlapsIn, structureOf, textOf, wordsOf } from "../../documents/drawing/pdf-tools";
import { outside } from "../outside/samples";
import { at } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, type TestPerson } from "../../support/factories";
import { get } from "../../support/request";

let db: Database;
let person: TestPerson;
const me = () => actingAs(db, person, { now: at("2027-04-01T09:00") });

beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { organisation: "Highline" });
  postCreditFor(db, person, {
    title: "Tide pools in class",
    designations: [{ designation: "EQUITY", minutes: 120 }],
  });
  postCreditFor(db, person, { title: "Before it was issued", day: "2026-08-25" });
});

function enter() {
  done(addCertificate(me(), { kind: "teacher", issuedOn: "2026-09-01", expiresOn: "2031-06-30" }));
  saveQualifications(me(), { endorsements: ["Biology"], boardFrom: "2025-01-01", boardTo: "2035-01-01" });
}

test("N1 the summary says what is held and needed, what counts in the order of the requirements, and nothing else", async () => {
  enter();
  const { id } = done(await issueRenewalSummary(me()));
  const pdf = readDocumentFile(db, id);
  const text = textOf(pdf);
  const order = [
    "Hours of",
    "Certificates held",
    "Endorsements: Biology",
    "National Board certificate",
    "What the renewal asks for",
    "93 missing",
    "Met by the National Board certificate",
    "Clock hours earned",
    "Tide pools in class",
    "Counted to Equity",
    "15 hours needed",
  ];
  const places = order.map((words) => text.indexOf(words));
  expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true);
  expect(text).not.toContain("Before it was issued");
  expect(text).toContain("under “Clock hours earned” were verified");
  expect(infoOf(pdf)).toMatch(/Tagged:\s+yes/);
  expect(structureOf(pdf)).toContain("Table");
  expect(overlapsIn(wordsOf(pdf))).toEqual([]);
});

test("D5 it is verified by its code and as a file, is the same while nothing changes, and superseded once something does", async () => {
  enter();
  const first = done(await issueRenewalSummary(me()));
  expect(done(await issueRenewalSummary(me())).id).toBe(first.id);
  const { code } = first;
  const page = await verify({ request: await get(db, `/verify/${code}`), params: { code }, context: {} });
  const shown = renderToStaticMarkup(<VerifiedDocument verification={page.data.verification!} contact="" />);
  for (const words of ["Sep 1, 2026 to Jun 30, 2031", "Certificates held", "Counted to Equity"])
    expect(shown).toContain(words);
  const bytes = Buffer.from(readDocumentFile(db, first.id));
  expect(await checkUpload(db, { name: "s.pdf", bytes })).toMatchObject({ verdict: "genuine" });
  saveQualifications(me(), { endorsements: [], boardFrom: null, boardTo: null });
  expect(done(await issueRenewalSummary(me())).id).not.toBe(first.id);
  expect(getApplicationPage(me())?.documents.map(({ state }) => state)).toEqual(["current", "superseded"]);
});

test("without a certificate there is nothing to summarize, and nothing is issued", async () => {
  expect(getApplicationPage(me())).toBeNull();
  expect(await issueRenewalSummary(me())).toMatchObject({ ok: false, reason: "no-credits" });
});

test("hours from elsewhere stand apart from the posted ones, with who vouches for them", async () => {
  enter();
  done(enterOutside(me(), outside({ startedOn: "2026-10-01", completedOn: "2026-10-02" }), null));
  const text = textOf(readDocumentFile(db, done(await issueRenewalSummary(me())).id));
  const [posted, apart] = text.split("Besides the clock hours above");
  expect(posted).not.toContain("Teaching with place");
  expect(apart).toMatch(/Teaching with\s+.*ESD 113/);
  expect(text).toContain("under “Clock hours earned” were verified");
});
