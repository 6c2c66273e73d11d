import { beforeEach, expect, test } from "vitest";
import { documents } from "#drizzle/schema/documents";
import { answerPack } from "~/desks/renewal/audit-pack.server";
import { checkUpload } from "~/documents/checking/uploaded-file.server";
import { issueRegistrationForm } from "~/documents/issuing/credit-document.server";
import { listCurrentCredits } from "~/credits/ledger/ledger.server";
import type { Database } from "~/platform/database/database.server";
import { receiveEvidence } from "~/renewal/outside/evidence.server";
import { enterOutside } from "~/renewal/outside/outside-hours.server";
import { addCertificate } from "~/renewal/certificates/educator-certificate.server";
import { infoOf, textOf } from "../../documents/drawing/pdf-tools";
import { at } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { outside } from "../../renewal/outside/samples";
import { pdfOf, readZip } from "../../support/sample-files";
import { makePerson, type TestPerson } from "../../support/factories";

let db: Database;
let person: TestPerson;
const me = () => actingAs(db, person, { now: at("2027-04-01T09:00") });

beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { organisation: "Highline" });
  postCreditFor(db, person, { title: "Plain hours", day: "2027-03-09" });
  postCreditFor(db, person, {
    title: "Équité: “a–b/c”",
    day: "2027-03-16",
    designations: [{ designation: "EQUITY", minutes: 420 }],
  });
});

const enter = () => done(addCertificate(me(), { kind: "teacher", issuedOn: "2026-09-01", expiresOn: "2031-06-30" }));

const unpacked = async (response: Response) => readZip(Buffer.from(await response.arrayBuffer()));

test("one action packs the summary, certificates and forms of the cycle, each as it was issued, with an index", async () => {
  enter();
  const files = await unpacked((await answerPack(me(), "zip"))!);
  expect([...files.keys()].sort()).toEqual([
    "00 All in one.pdf",
    "00 Index.pdf",
    "01 Renewal summary.pdf",
    "02 Certificate Plain hours.pdf",
    "03 Form SPI 1125 Plain hours.pdf",
    "04 Certificate Équité “a–b c”.pdf",
    "05 Form SPI 1125 Équité “a–b c”.pdf",
  ]);
  for (const [name, bytes] of files)
    if (!name.startsWith("00"))
      expect(await checkUpload(db, { name, bytes }), name).toMatchObject({ verdict: "genuine" });
  const index = textOf(files.get("00 Index.pdf")!);
  for (const words of ["Hours: 86 more hours, 8 of them in equity", "1 thing is missing", "Equity: 15 hours needed"])
    expect(index).toContain(words);
  const bound = files.get("00 All in one.pdf")!;
  const text = textOf(bound);
  const pages = Number(/Pages:\s+(\d+)/.exec(infoOf(bound))![1]);
  expect(pages).toBeGreaterThanOrEqual(6);
  // The index says on which page each begins: page by page, it does.
  const onPage = text.split("\f");
  const page = Number(/4\s+Certificate: Équité.*Page (\d+)/.exec(index)![1]);
  expect(onPage[page - 1]).toContain("Certificate of clock hours");
  expect(onPage[page - 1]).toContain("Équité");
});

test("D5 a form keeps the address with which it was issued, and nothing is issued twice", async () => {
  enter();
  const [credit] = listCurrentCredits(db, person.personId);
  done(await issueRegistrationForm(me(), { creditId: credit!.id, address: "12 Alder Street" }));
  await answerPack(me(), "pdf");
  const count = db.select().from(documents).all().length;
  const again = await answerPack(me(), "pdf");
  expect(textOf(Buffer.from(await again!.arrayBuffer()))).toContain("12 Alder Street");
  expect(db.select().from(documents).all()).toHaveLength(count);
});

test("a stored file that is not what was issued is left out and named on the first page", async () => {
  enter();
  await answerPack(me(), "pdf");
  const certificate = db
    .select()
    .from(documents)
    .all()
    .find(({ kind }) => kind === "certificate")!;
  db.$client.exec("drop trigger document_files_no_update");
  db.$client
    .prepare("update document_files set bytes = ? where document_id = ?")
    .run(Buffer.from("else"), certificate.id);
  const text = textOf(Buffer.from(await (await answerPack(me(), "pdf"))!.arrayBuffer()));
  expect(text.split("\f")[0]).toContain("the stored file is not what was issued");
});

test("what proves hours from elsewhere is packed, too: as pages where it can be, apart where not, named where it is missing", async () => {
  enter();
  const prove = async (title: string, file: File | null) => {
    const proof = file ? done(await receiveEvidence(me(), file)) : null;
    return done(enterOutside(me(), outside({ title, startedOn: "2026-10-01", completedOn: "2026-10-02" }), proof));
  };
  const paper = Buffer.from(await (await answerPack(me(), "pdf"))!.arrayBuffer());
  await prove("With a paper", new File([paper], "paper.pdf", { type: "application/pdf" }));
  await prove("With what is no PDF inside", pdfOf("broken"));
  await prove("Without", null);
  const files = await unpacked((await answerPack(me(), "zip"))!);
  expect([...files.keys()].filter((name) => name.includes("Evidence"))).toEqual([
    "06 Evidence With a paper.pdf",
    "07 Evidence With what is no PDF inside.pdf",
  ]);
  expect(files.get("06 Evidence With a paper.pdf")).toEqual(paper);
  const index = textOf(files.get("00 Index.pdf")!);
  expect(index).toMatch(/6\s+Evidence: With a paper.*Page \d+/);
  expect(index).toMatch(/7\s+Evidence: With what is no PDF.*A file apart/);
  expect(index).toContain("Evidence: Without: no file was added that proves it.");
});

test("without a certificate there is nothing to pack, and nobody packs twice at once", async () => {
  expect(await answerPack(me(), "zip")).toBeNull();
  enter();
  const [first, second] = await Promise.all([answerPack(me(), "pdf"), answerPack(me(), "pdf")]);
  expect([first?.status, second]).toEqual([200, null]);
});
