import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { credits } from "#drizzle/schema/credits";
import { affiliations } from "#drizzle/schema/people";
import { chainHash } from "~/credits/ledger/credit-row.server";
import type { CreditSnapshot } from "~/credits/ledger/credit-snapshot";
import { creditsAnswer, peopleAnswer } from "~/hr/api/api-schema";
import { readEvents } from "~/hr/api/credit-events.server";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { canonicalJson } from "~/platform/canonical-json";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { setClock, TEST_NOW } from "../../support/clock";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { askApi, readApi } from "../../support/hr/ask-api";
import { listExportLines } from "../../support/hr/exports";
import { tokenFor } from "../../support/hr/payroll";

let db: Database;
let hr: TestPerson;
let ada: TestPerson;
let token: string;

beforeEach(() => {
  db = useTestDatabase();
  setClock(TEST_NOW);
  hr = makePerson(db, { first: "Hana", last: "HR" });
  give(db, hr, "hr", organisationId(db, "Highline"));
  ada = makePerson(db, { first: "Ada", last: "Ames", organisation: "Highline" });
  token = tokenFor(staff()).token;
});

const staff = (district = "Highline", person = hr) =>
  actingAs(db, person, { now: TEST_NOW, scopeIds: [organisationId(db, district)] });
const highline = () => listMyOrganisations(staff())[0]!;

async function events(query = "", bearer = token) {
  return creditsAnswer.parse(await readApi(`/credits${query}`, bearer));
}

test("S3 a record is the row of an export, cell for cell", async () => {
  const { creditId } = postCreditFor(db, ada, { minutes: 390, designations: [{ designation: "EQUITY", minutes: 90 }] });
  const { data } = await events();
  expect(data).toHaveLength(1);
  const [line] = listExportLines(db, highline(), { from: null, to: null, onlyNew: false });
  expect(line!.creditId).toBe(creditId);
  const cells = Object.entries(line!.row).filter(
    ([key]) => !["record", "verifiedAt", "designations", "elsewhere"].includes(key),
  );
  const record = data[0]!.record as Record<string, unknown>;
  for (const [key, cell] of cells) expect([key, record[key]]).toEqual([key, cell || null]);
  expect(record).toMatchObject({ minutesEarned: 390, designations: [{ code: "EQUITY", minutes: 90 }] });
});

test("S4 a correction comes with what it replaces, and following the cursor gives each event once", async () => {
  const first = postCreditFor(db, ada);
  const one = await events();
  const corrected = correctCreditRow(db, first.creditId, 60, TEST_NOW + 1);
  postCreditFor(db, ada, { day: "2027-04-09" });
  const two = await events(`?since=${one.next}&limit=1`);
  expect(two).toMatchObject({ more: true });
  expect(two.data[0]).toMatchObject({ type: "corrected", version: 2, credit: one.data[0]!.credit });
  expect(two.data[0]!.record).toMatchObject({ minutesEarned: 60, hoursEarned: "1" });
  expect(two.data[0]!.replaced).toMatchObject({ minutesEarned: 420 });
  const three = await events(`?since=${two.next}`);
  expect(three.data.map(({ type }) => type)).toEqual(["posted"]);
  const four = await events(`?since=${three.next}`);
  expect(four).toEqual({ data: [], next: three.next, more: false });
  expect(corrected).not.toBe(first.creditId);
});

test("S1 a mover shows each district its own part, in credits and in people", async () => {
  const mover = makePerson(db, { first: "Mai", last: "Mover", organisation: "Highline" });
  db.update(affiliations)
    .set({ fromDate: "2020-01-01", toDate: "2027-01-31" })
    .where(eq(affiliations.personId, mover.personId))
    .run();
  affiliate(db, mover, { organisation: "Kent", from: "2027-02-01", confirmed: true });
  postCreditFor(db, mover, { day: "2027-01-20", title: "Before the move" });
  postCreditFor(db, mover, { day: "2027-03-09", title: "After the move" });
  give(db, hr, "hr", organisationId(db, "Kent"));
  const kent = tokenFor(staff("Kent")).token;
  const titles = async (bearer: string) => (await events("", bearer)).data.map(({ record }) => record!.courseTitle);
  expect([await titles(token), await titles(kent)]).toEqual([["Before the move"], ["After the move"]]);
  for (const [bearer, from] of [
    [token, "2020-01-01"],
    [kent, "2027-02-01"],
  ] as const) {
    const { data } = peopleAnswer.parse(await readApi("/people", bearer));
    const found = data.find(({ lastName }) => lastName === "Mover")!;
    expect(found.affiliations.map((each) => each.from)).toEqual([from]);
  }
});

test("S1 of hours that are not theirs any more, nothing is given but that they are withdrawn, in old events too", async () => {
  postCreditFor(db, ada);
  db.update(affiliations).set({ toDate: "2026-12-31" }).where(eq(affiliations.personId, ada.personId)).run();
  const { data } = await events();
  expect(data.map(({ type, record, replaced, unreadable }) => [type, record, replaced, unreadable])).toEqual([
    ["posted", null, null, false],
    ["withdrawn", null, null, false],
  ]);
  expect(JSON.stringify(data)).not.toContain("Ames");
});

/** A correction by which the offering ended on another day. */
function moveTo(creditId: string, completedOn: string): void {
  const { id: _id, ...row } = db.select().from(credits).where(eq(credits.id, creditId)).get()!;
  const before = JSON.parse(row.snapshot) as CreditSnapshot;
  const snapshot = canonicalJson({ ...before, offering: { ...before.offering, completedOn } });
  const chained = { snapshot, previousHash: row.hash, hash: chainHash(row.hash, snapshot) };
  db.insert(credits)
    .values({ ...row, id: newId(), version: 2, completedOn, ...chained })
    .run();
}

const dates = (set: { fromDate?: string; toDate?: string }) =>
  void db.update(affiliations).set(set).where(eq(affiliations.personId, ada.personId)).run();

test("S1 of hours that were corrected to a day of another district, the old version is not given either", async () => {
  dates({ fromDate: "2020-01-01", toDate: "2027-06-30" });
  moveTo(postCreditFor(db, ada).creditId, "2027-08-01");
  expect((await events()).data.map(({ type, record }) => [type, record])).toEqual([
    ["posted", null],
    ["withdrawn", null],
  ]);
});

test("S1 a version of a day that is not theirs any more is not given, while the newer one is", async () => {
  dates({ fromDate: "2020-01-01" });
  moveTo(postCreditFor(db, ada).creditId, "2027-08-01");
  dates({ fromDate: "2027-07-01" });
  expect((await events()).data.map(({ type, record, replaced }) => [type, record?.completionDate, replaced])).toEqual([
    ["posted", undefined, null],
    ["corrected", "2027-08-01", null],
  ]);
});

test("what is acknowledged never moves back, and reading goes on from there", async () => {
  for (const day of ["2027-03-09", "2027-03-10", "2027-03-11"]) postCreditFor(db, ada, { day });
  const { data } = await events();
  const [first, second] = data.map(({ cursor }) => cursor);
  const acknowledge = async (cursor: string) =>
    (await askApi("/acknowledgement", token, { body: { cursor } })).json() as Promise<unknown>;
  expect(await acknowledge(second!)).toEqual({ cursor: second });
  expect(await acknowledge(second!)).toEqual({ cursor: second });
  expect(await acknowledge(first!)).toEqual({ cursor: second });
  expect(await readApi("/acknowledgement", token)).toEqual({ cursor: second });
  expect((await events("?since=acknowledged")).data).toHaveLength(1);
  expect(await readApi("/token", token)).toMatchObject({ acknowledged: second, district: "Highline" });
});

test("a page of events takes as many statements with 1 as with 30", () => {
  const read = () => countStatements(db, () => readEvents(db, highline(), { since: 0, limit: 100 }));
  postCreditFor(db, ada);
  const one = read();
  for (let count = 1; count < 30; count++) {
    const colleague = makePerson(db, { organisation: "Highline" });
    const { creditId } = postCreditFor(db, colleague, { day: "2027-05-09" });
    if (count % 3 === 0) correctCreditRow(db, creditId, 60, TEST_NOW + count);
  }
  expect(read()).toBe(one);
});

test("people come in pages, in the order of their ids, each once", async () => {
  for (let count = 0; count < 4; count++) makePerson(db, { organisation: "Highline" });
  const seen: string[] = [];
  for (let after: string | null = ""; after !== null;) {
    const page: { data: { id: string }[]; next: string | null } = peopleAnswer.parse(
      await readApi(`/people?limit=2${after && `&after=${after}`}`, token),
    );
    seen.push(...page.data.map(({ id }) => id));
    after = page.next;
  }
  expect(seen).toEqual([...new Set(seen)].sort());
  expect(seen).toHaveLength(5);
});
