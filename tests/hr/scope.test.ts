import { beforeEach, expect, test } from "vitest";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import type { Database } from "~/platform/database/database.server";
import { loader as readDocument } from "~/routes/educator/documents.$id";
import { loader as listPage } from "~/routes/hr/_index";
import { action as exportAction } from "~/routes/hr/exports.new";
import { loader as exportFile } from "~/routes/hr/exports.$id";
import { loader as runPage } from "~/routes/hr/export_.$id";
import { loader as exportPage } from "~/routes/hr/export";
import { loader as personPage } from "~/routes/hr/people.$id";
import { BADGES } from "../documents/issuing/sample-sections";
import { readingsOf } from "../support/readings";
import { postCreditFor } from "../support/credits";
import { actingAs, countStatements, useTestDatabase } from "../support/database";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../support/factories";
import { get, pageOfList, post, thrownBy } from "../support/request";
import { peopleSource } from "~/hr/people/people-list.server";
import { TEST_NOW } from "../support/clock";

const ALL = "period=all";

let db: Database;
let highline: TestPerson;
let kent: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  highline = makePerson(db, { first: "Hana", last: "Highline" });
  kent = makePerson(db, { first: "Kim", last: "Kent" });
  give(db, highline, "hr", organisationId(db, "Highline"));
  give(db, kent, "hr", organisationId(db, "Kent"));
});

const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} });
const people = async (who: TestPerson, query = ALL) => listPage(args(await get(db, `/hr?${query}`, who)));
const person = async (who: TestPerson, id: string) => personPage(args(await get(db, `/hr/people/${id}`, who), { id }));

async function csvOf(who: TestPerson, district: string, onlyNew = "false") {
  const values = { organisationId: organisationId(db, district), onlyNew };
  const begun = await exportAction(args(await post(db, "/hr/exports", values, who)));
  const runId = begun.headers.get("Location")!.split("/").at(-1)!;
  const { data: page } = await runPage(args(await get(db, `/hr/export/${runId}`, who), { id: runId }));
  const id = page.run.exportId!;
  const response = await exportFile(args(await get(db, `/hr/exports/${id}`, who), { id }));
  return response.text();
}

/** Worked for Highline until the end of January, for Kent from February, and completed a course in each. */
function mover() {
  const moved = makePerson(db, { first: "Mai", last: "Mover", organisation: "Highline", to: "2027-01-31" });
  affiliate(db, moved, {
    organisation: "Kent",
    roleKind: "administrator",
    employeeId: "000777",
    from: "2027-02-01",
  });
  postCreditFor(db, moved, { day: "2027-01-31", minutes: 420, title: "Before the move" });
  postCreditFor(db, moved, { day: "2027-02-01", minutes: 210, title: "After the move" });
  return moved;
}

test("S1 a move mid-year shows each district its own part, to the day", async () => {
  const moved = mover();
  expect((await people(highline)).rows).toMatchObject([
    { id: moved.personId, name: "Mover, Mai", minutes: 420, courses: 1, lastCompletedOn: "2027-01-31" },
  ]);
  expect((await people(kent)).rows).toMatchObject([
    { employeeId: "000777", roleKind: "administrator", minutes: 210, lastCompletedOn: "2027-02-01" },
  ]);
  const titles = async (who: TestPerson) => (await person(who, moved.personId)).credits.map((credit) => credit.title);
  expect(await titles(highline)).toEqual(["Before the move"]);
  expect(await titles(kent)).toEqual(["After the move"]);
  const [forHighline, forKent] = [await csvOf(highline, "Highline"), await csvOf(kent, "Kent")];
  expect(forHighline).toContain("Before the move");
  expect(forHighline).not.toContain("After the move");
  expect(forKent).toContain("After the move");
  expect(forKent).not.toContain("Before the move");
});

test("S1 people who left before the period are not listed in it", async () => {
  mover();
  const later = "period=custom&from=2027-02-01&to=2027-08-31";
  expect((await people(highline, later)).rows).toEqual([]);
  expect((await people(kent, later)).rows).toHaveLength(1);
});

test("P2 nothing of another district leaks into lists, pages, exports or files", async () => {
  const theirs = makePerson(db, { first: "Only", last: "Kentish", organisation: "Kent" });
  postCreditFor(db, theirs, { title: "Kent's own course" });
  postCreditFor(db, makePerson(db, { last: "Ours", organisation: "Highline" }));
  expect(JSON.stringify(await people(highline))).not.toContain("Kentish");
  expect((await people(highline, `${ALL}&q=Kentish`)).total).toBe(0);
  expect((await thrownBy(() => person(highline, theirs.personId))).status).toBe(404);
  expect((await thrownBy(() => person(highline, "nobody"))).status).toBe(404);
  expect(await csvOf(highline, "Highline")).not.toContain("Kent's own course");
  const kentId = organisationId(db, "Kent");
  expect((await thrownBy(() => people(highline, `${ALL}&organization=${kentId}`))).status).toBe(404);
  expect((await thrownBy(() => csvOf(highline, "Kent"))).status).toBe(404);
});

test("S1 HR opens a transcript only when all of it lies within their dates, and never learns another's code", async () => {
  const moved = mover();
  const ctx = actingAs(db, moved, { now: TEST_NOW });
  const whole = await issueTranscript(ctx, { personId: moved.personId });
  const part = await issueTranscript(ctx, { personId: moved.personId, to: "2027-01-31" });
  if (!whole.ok || !part.ok) throw new Error("not issued");
  const open = async (who: TestPerson, id: string) =>
    readDocument(args(await get(db, `/documents/${id}`, who), { id }));
  expect((await open(highline, part.value.id)).status).toBe(200);
  expect((await thrownBy(() => open(highline, whole.value.id))).status).toBe(404);
  expect((await thrownBy(() => open(kent, part.value.id))).status).toBe(404);
  expect((await person(highline, moved.personId)).transcripts.map((each) => each.code)).toEqual([part.value.code]);
  expect((await person(kent, moved.personId)).transcripts).toEqual([]);
  const csv = await csvOf(highline, "Highline");
  expect(csv).toContain(part.value.code);
  expect(csv).not.toContain(whole.value.code);
});

test("S1 a section with a row of another time keeps a transcript from HR as a line of another time does", async () => {
  const moved = mover();
  const issue = async (on: string) => {
    const sections = [() => ({ ...BADGES, rows: [{ ...BADGES.rows[0]!, on }] })];
    const input = { personId: moved.personId, to: "2027-01-31", sections };
    const outcome = await issueTranscript(actingAs(db, moved), input);
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.value;
  };
  const open = async (id: string) => readDocument(args(await get(db, `/documents/${id}`, highline), { id }));
  // From before they came to the district.
  const before = await issue("2020-01-15");
  expect((await thrownBy(() => open(before.id))).status).toBe(404);
  expect((await person(highline, moved.personId)).transcripts).toEqual([]);
  expect(await csvOf(highline, "Highline")).not.toContain(before.code);
  const within = await issue("2027-01-15");
  expect((await open(within.id)).status).toBe(200);
  expect((await person(highline, moved.personId)).transcripts.map(({ code }) => code)).toEqual([within.code]);
  expect(await csvOf(highline, "Highline")).toContain(within.code);
});

test("P5 every look at a person, a list or a document and every export is in the audit log", async () => {
  const ours = makePerson(db, { organisation: "Highline" });
  postCreditFor(db, ours);
  const issued = await issueTranscript(actingAs(db, ours), { personId: ours.personId });
  if (!issued.ok) throw new Error(issued.reason);
  await people(highline);
  await person(highline, ours.personId);
  await readDocument(args(await get(db, "/documents/x", highline), { id: issued.value.id }));
  await csvOf(highline, "Highline");
  for (const reading of ["hr.people-listed", "hr.person-read", "hr.document-read", "hr.exported"]) {
    expect([reading, readingsOf(db, reading)]).toMatchObject([
      reading,
      [{ actorId: highline.personId, personIds: [ours.personId] }],
    ]);
  }
});

test("P2 only HR sees the desk; visitors sign in first", async () => {
  const educator = makePerson(db, { organisation: "Highline" });
  for (const [page, path] of [
    [listPage, "/hr"],
    [exportPage, "/hr/export"],
    [personPage, "/hr/people/x"],
  ] as const) {
    const refused = await thrownBy(async () => page(args(await get(db, path, educator), { id: educator.personId })));
    expect(refused.status).toBe(403);
    const visitor = await thrownBy(async () => page(args(await get(db, path))));
    expect(visitor.headers.get("Location")).toContain("/sign-in");
  }
  expect((await thrownBy(() => csvOf(educator, "Highline"))).status).toBe(403);
});

test("the list is searched by name and number, filtered by role and sorted by hours", async () => {
  const busy = makePerson(db, { first: "Busy", last: "Zed", organisation: "Highline", roleKind: "paraeducator" });
  makePerson(db, { first: "Idle", last: "Abe", organisation: "Highline" });
  postCreditFor(db, busy);
  const names = async (query: string) => (await people(highline, `${ALL}&${query}`)).rows.map((each) => each.name);
  expect(await names("")).toEqual(["Abe, Idle", "Zed, Busy"]);
  expect(await names("sort=-hours")).toEqual(["Zed, Busy", "Abe, Idle"]);
  expect(await names("role=paraeducator")).toEqual(["Zed, Busy"]);
  expect(await names("hours=with")).toEqual(["Zed, Busy"]);
  expect(await names("hours=without")).toEqual(["Abe, Idle"]);
  expect(await names("q=zed+bu")).toEqual(["Zed, Busy"]);
  const number = (await people(highline, ALL)).rows[0]!.employeeId!;
  expect(await names(`q=${number}`)).toEqual(["Abe, Idle"]);
  expect(await names("q=%25")).toEqual([]);
});

test("the list of people takes as many statements for 30 people as for one", () => {
  const ctx = actingAs(db, highline, { scopeIds: [organisationId(db, "Highline")] });
  const list = () => pageOfList((search) => peopleSource(ctx, search), ALL);
  const count = () => countStatements(db, list);
  makePerson(db, { organisation: "Highline" });
  const one = count();
  for (let i = 1; i < 30; i++) makePerson(db, { organisation: "Highline" });
  expect(count()).toBe(one);
  expect(list().rows).toHaveLength(30);
});
