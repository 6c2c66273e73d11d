import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { hrExportLines, hrExports } from "#drizzle/schema/hr";
import { affiliations, formerNames, organisations, persons } from "#drizzle/schema/people";
import { recordPayment } from "~/billing/fees/claim-fee.server";
import { postClaims } from "~/credits/ledger/posting.server";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import { exportSource } from "~/hr/exports/export-list.server";
import { countExportLines, type ExportFilter } from "~/hr/exports/export-rows.server";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { sha256 } from "~/platform/secrets/codes.server";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { readList } from "~/platform/lists/list-page.server";
import { action, loader as toPage } from "~/routes/hr/exports.new";
import { loader as again } from "~/routes/hr/exports.$id";
import { loader as page } from "~/routes/hr/export";
import { loader as runPage } from "~/routes/hr/export_.$id";
import { makeClaim } from "../../support/billing";
import { at, TEST_NOW } from "../../support/clock";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { exportNow, listExportLines } from "../../support/hr/exports";
import { give, makePerson, organisationId, psesd, type TestPerson } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";

const EVERYTHING = { from: null, to: null, onlyNew: false };
const NEW = { ...EVERYTHING, onlyNew: true };

let db: Database;
let hr: TestPerson;
let person: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  hr = makePerson(db, { first: "Hana", last: "HR" });
  give(db, hr, "hr", organisationId(db, "Highline"));
  person = makePerson(db, { first: "Ada", last: "Ames", organisation: "Highline" });
});

const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} });
const staff = (now = TEST_NOW) => actingAs(db, hr, { now, scopeIds: [organisationId(db, "Highline")] });
const highline = () => listMyOrganisations(staff())[0]!;

async function make({ from, to, onlyNew }: ExportFilter = NEW) {
  const outcome = await exportNow(staff(), { organisationId: highline().id, from, to, onlyNew });
  return outcome.ok ? outcome.value : outcome.reason;
}

function rowsOf(file: Awaited<ReturnType<typeof make>>): Record<string, string>[] {
  if (typeof file === "string") throw new Error(file);
  const [head, ...lines] = file.csv.replace("\uFEFF", "").trimEnd().split("\r\n");
  const cells = (line: string) => line.split(",").map((cell) => cell.replace(/^"|"$/g, ""));
  const names = cells(head!);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, index) => [names[index]!, cell])));
}

test("S3 the columns stand in their order, codes keep their zeros, and a file is UTF-8 with CRLF", async () => {
  db.update(organisations).set({ code: "01109" }).where(eq(organisations.id, highline().id)).run();
  db.update(persons).set({ certificateNumber: "000123A" }).where(eq(persons.id, person.personId)).run();
  db.update(affiliations).set({ employeeId: "00042" }).where(eq(affiliations.personId, person.personId)).run();
  db.insert(formerNames)
    .values({ id: newId(), personId: person.personId, name: "Ada Zoë", recordedAt: TEST_NOW })
    .run();
  const { offering } = postCreditFor(db, person, {
    designations: [
      { designation: "STEM", minutes: 90 },
      { designation: "EQUITY", minutes: 60 },
    ],
  });
  const issued = await issueTranscript(actingAs(db, person), { personId: person.personId });
  if (!issued.ok) throw new Error(issued.reason);
  const file = await make();
  if (typeof file === "string") throw new Error(file);
  expect(file.csv.startsWith("\uFEFF")).toBe(true);
  expect(file.csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(file.csv.slice(1).split("\r\n")[0]!.replaceAll('"', "")).toBe(
    "district_code,employee_id,last_name,first_name,former_name,certificate_number,course_title,in_service_number," +
      "provider,provider_approval_year,start_date,completion_date,hours_approved,hours_earned,quarter_credits," +
      "designations,paid,verified_by,verified_at,instructor,transcript_id,verification_link,record,local_rules,hours_from_elsewhere,accepted_on",
  );
  expect(rowsOf(file)).toEqual([
    {
      district_code: "01109",
      employee_id: "00042",
      last_name: "Ames",
      first_name: "Ada",
      former_name: "Ada Zoë",
      certificate_number: "000123A",
      course_title: "Field science for every classroom",
      in_service_number: offering.inServiceNumber,
      provider: "Puget Sound Educational Service District",
      provider_approval_year: "2026-27",
      start_date: "2027-03-09",
      completion_date: "2027-03-09",
      hours_approved: "7",
      hours_earned: "7",
      quarter_credits: "0.70",
      designations: "EQUITY 1; STEM 1.5",
      paid: "21.00",
      verified_by: "Reg Istrar",
      verified_at: "2027-03-09 18:00",
      instructor: "Fay Silitator",
      transcript_id: issued.value.code,
      verification_link: `http://hourbook.test/verify/${issued.value.code}`,
      record: "new",
      local_rules: "",
      hours_from_elsewhere: "",
      accepted_on: "",
    },
  ]);
});

test("S4 only what is new since the last export comes, and a correction says that it is one", async () => {
  const { creditId } = postCreditFor(db, person);
  expect(rowsOf(await make()).map((row) => row.record)).toEqual(["new"]);
  expect(await make()).toBe("nothing-to-export");
  postCreditFor(db, person, { day: "2027-04-12", title: "The next one" });
  expect(rowsOf(await make())).toMatchObject([{ course_title: "The next one", record: "new" }]);
  correctCreditRow(db, creditId, 390, at("2027-05-01T09:00"));
  expect(rowsOf(await make())).toMatchObject([
    { hours_earned: "7", record: "replaced" },
    { hours_earned: "6.5", record: "correction" },
  ]);
  expect(await make()).toBe("nothing-to-export");
  expect(rowsOf(await make(EVERYTHING)).map((row) => row.record)).toEqual(["unchanged", "unchanged"]);
});

test("S4 a correction of what was never exported is new", async () => {
  const { creditId } = postCreditFor(db, person);
  correctCreditRow(db, creditId, 390, at("2027-05-01T09:00"));
  expect(rowsOf(await make())).toMatchObject([{ hours_earned: "6.5", record: "new" }]);
});

test("S4 what one district exported stays new for another", async () => {
  db.insert(affiliations)
    .values({
      id: newId(),
      personId: person.personId,
      organisationId: organisationId(db, "Kent"),
      roleKind: "teacher",
      fromDate: "2024-09-01",
      createdAt: TEST_NOW,
      confirmedAt: TEST_NOW,
    })
    .run();
  postCreditFor(db, person);
  await make();
  const [kent] = listMyOrganisations(actingAs(db, hr, { scopeIds: [organisationId(db, "Kent")] }));
  expect(countExportLines(db, kent!, NEW)).toBe(1);
  expect(listExportLines(db, kent!, NEW)[0]!.row).toMatchObject({ record: "new", employeeId: "" });
});

test("S4 an export is recorded: when, by whom, which versions, with the digest of the file", async () => {
  const { creditId } = postCreditFor(db, person);
  const file = await make({ from: "2026-10-01", to: "2027-09-30", onlyNew: true });
  if (typeof file === "string") throw new Error(file);
  expect(db.select().from(hrExportLines).all()).toEqual([{ exportId: file.exportId, creditId, withdrawn: false }]);
  expect(readList(exportSource(staff()), new URLSearchParams()).rows).toMatchObject([
    {
      id: file.exportId,
      madeAt: TEST_NOW,
      organisation: "Highline",
      madeBy: "Hana HR",
      from: "2026-10-01",
      to: "2027-09-30",
      onlyNew: true,
      rows: 1,
      fileHash: sha256(file.csv),
    },
  ]);
  expect(() => db.delete(hrExports).run()).toThrow("S4: an export is kept");
});

test("completion dates limit an export, both ends included", async () => {
  for (const day of ["2026-09-30", "2026-10-01", "2027-09-30", "2027-10-01"]) postCreditFor(db, person, { day });
  const year = { from: "2026-10-01", to: "2027-09-30", onlyNew: true };
  expect(countExportLines(db, highline(), year)).toBe(2);
  expect(rowsOf(await make(year)).map((row) => row.completion_date)).toEqual(["2026-10-01", "2027-09-30"]);
});

test("an export takes as many statements for 30 rows as for one", async () => {
  postCreditFor(db, person);
  const count = () => countStatements(db, () => listExportLines(db, highline(), EVERYTHING));
  const one = count();
  for (let i = 1; i < 30; i++) postCreditFor(db, person, { day: `2027-04-${String(i).padStart(2, "0")}` });
  expect(count()).toBe(one);
  expect(listExportLines(db, highline(), EVERYTHING)).toHaveLength(30);
});

test("the page counts the rows, posting leads to the file, and the history gives it again", async () => {
  postCreditFor(db, person);
  expect(await page(args(await get(db, "/hr/export?period=custom&to=2020-01-01", hr)))).toMatchObject({ count: 0 });
  expect(await page(args(await get(db, "/hr/export?period=all", hr)))).toMatchObject({ count: 1 });
  const values = { organisationId: highline().id, onlyNew: "true", format: "csv" };
  const begun = await action(args(await post(db, "/hr/exports/new", values, hr)));
  const address = begun.headers.get("Location")!;
  expect(address).toMatch(/^\/hr\/export\/[\w-]+$/);
  // A small one is ready by the time its page is read.
  const { data: made } = await runPage(args(await get(db, address, hr), { id: address.split("/").at(-1)! }));
  expect(made).toMatchObject({ run: { state: "done", rows: 1, done: 1, total: 1 }, asked: { format: "csv" } });
  const after = await page(args(await get(db, "/hr/export?period=all", hr)));
  const { sha256: hash } = made.file!;
  expect(after).toMatchObject({ count: 0, exported: { total: 1, last: { rows: 1, fileHash: hash } } });
  const { id } = after.exported.last!;
  const file = await again(args(await get(db, `/hr/exports/${id}`, hr), { id }));
  expect(file.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  expect(file.headers.get("Content-Disposition")).toMatch(
    /^attachment; filename="clock-hours-17401-\d{4}-\d\d-\d\d.csv"/,
  );
  expect(sha256(Buffer.from(await file.arrayBuffer()))).toBe(hash);
  expect(toPage().headers.get("Location")).toBe("/hr/export");
});

test("S3 a fee says what was paid, that it was waived, or nothing where none was due", async () => {
  postCreditFor(db, person, { day: "2027-03-01" });
  const registrar = makePerson(db);
  const desk = actingAs(db, registrar, { now: at("2027-03-20T10:00"), scopeIds: [psesd(db).id] });
  for (const kind of ["waiver", "nothing"] as const) {
    const claim = makeClaim(db, kind === "nothing" ? { person, policy: { paymentGates: false } } : { person });
    const waiver = { claimId: claim.id, kind: "waiver" as const, amountCents: 2100, receivedOn: "2027-03-20" };
    if (kind === "waiver") expect(recordPayment(desk, { ...waiver, reference: "hardship" }).ok).toBe(true);
    expect(postClaims(desk, [claim.id]).ok).toBe(true);
  }
  expect(rowsOf(await make(EVERYTHING)).map(({ paid }) => paid)).toEqual(["21.00", "waived", ""]);
});

test("bad dates are a 400, another district's export a 404", async () => {
  postCreditFor(db, person);
  const values = { organisationId: highline().id, from: "2027-03-01", to: "2027-01-01" };
  expect((await thrownBy(async () => action(args(await post(db, "/hr/exports", values, hr))))).status).toBe(400);
  const made = await make();
  if (typeof made === "string") throw new Error(made);
  const other = makePerson(db);
  give(db, other, "hr", organisationId(db, "Kent"));
  const request = await get(db, `/hr/exports/${made.exportId}`, other);
  expect((await thrownBy(() => again(args(request, { id: made.exportId })))).status).toBe(404);
});
