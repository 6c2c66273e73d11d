import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { staffLists } from "#drizzle/schema/staff/staff-lists";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { action as lists, loader as listsPage } from "~/routes/hr/staff-list._index";
import { action as act, loader as page } from "~/routes/hr/staff-list.$id";
import { countStatements, useTestDatabase } from "../../support/database";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { readingsOf } from "../../support/readings";
import { get, post, thrownBy } from "../../support/request";
import { desk, HEADS } from "./set-up";

let db: Database;
let hr: TestPerson;
let kent: TestPerson;
let ana: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  hr = makePerson(db, { first: "Hana", last: "Highline" });
  kent = makePerson(db, { first: "Kim", last: "Kent" });
  ana = makePerson(db, { first: "Ana", last: "Sample" });
  give(db, hr, "hr", organisationId(db, "Highline"));
  give(db, kent, "hr", organisationId(db, "Kent"));
  affiliate(db, ana, { organisation: "Highline", employeeId: "000001" });
});

const args = (request: Request, id?: string) => ({ request, params: id ? { id } : {}, context: {} });
const upload = async (text: string, who = hr, district = "Highline") => {
  const form = new FormData();
  form.append("intent", "read");
  form.append("organisationId", organisationId(db, district));
  form.append("file", new File([text], "staff.csv", { type: "text/csv" }));
  return lists(args(await post(db, "/hr/staff-list", form, who)));
};
const read = async (...lines: string[]) => {
  const sent = await thrownBy(() => upload([HEADS.join(","), ...lines].join("\n")));
  return sent.headers.get("Location")!.split("/").at(-1)!;
};
const see = async (id: string, search = "", who = hr) =>
  (await page(args(await get(db, `/hr/staff-list/${id}${search}`, who), id))).data;
const send = async (id: string, values: Record<string, string | string[]>, who = hr) =>
  act(args(await post(db, `/hr/staff-list/${id}`, values, who), id));

test("a list with faults is looked at, its mapping mended, and it is imported", async () => {
  const id = await read("1,Sample,Ana,,Hilltop,Wizard,9/1/2024,", "2,New,Fay,,,Teacher,soon,");
  const first = await see(id);
  expect(first).toMatchObject({ fate: "bad", total: 2, list: { counts: { bad: 2 } }, meanings: { words: ["Wizard"] } });
  expect(first.lines.map(({ line, reason }) => [line, reason])).toEqual([
    [2, expect.stringContaining("“Wizard” is no role")],
    [3, expect.stringContaining("“soon” is no date")],
  ]);
  const columns = first.meanings!.columns.map(({ as }) => as);
  await thrownBy(() => send(id, { intent: "meanings", columns, words: "Wizard", meanings: "other" }));
  const mended = await see(id);
  expect(mended.list.counts).toMatchObject({ bad: 1, changed: 1 });
  const apply = { intent: "apply", version: String(mended.list.version) };
  const refused = (await send(id, apply)) as { init: { status: number } };
  expect(refused.init.status).toBe(409);
  expect((await thrownBy(() => send(id, { ...apply, leaveOut: "on" }))).status).toBe(302);
  await desk(db, hr).work();
  expect(await see(id)).toMatchObject({ list: { state: "applied", answer: "1 line imported." }, meanings: null });
});

test("all words that nobody knows are asked for, and what is said of the last of them is kept", async () => {
  const lines = Array.from({ length: 70 }, (_, n) => `${100 + n},Many${n},Max,,,Wizard of kind ${n},9/1/2026,`);
  const id = await read(...lines);
  const { meanings } = await see(id);
  expect(meanings!.words).toHaveLength(70);
  const columns = meanings!.columns.map(({ as }) => as);
  const said = meanings!.words.map((_word, index) => (index === 69 ? "other" : "unsaid"));
  await thrownBy(() => send(id, { intent: "meanings", columns, words: meanings!.words, meanings: said }));
  expect((await see(id)).list.counts).toMatchObject({ bad: 69, new: 1 });
});

test("two columns that are said to hold the same are refused, and what was said stays in the form", async () => {
  const id = await read("1,Sample,Ana,,Hilltop,Teacher,9/1/2024,");
  const columns = ["employeeId", "last", "last", "email", "building", "role", "firstDay", "lastDay"];
  const answer = (await send(id, { intent: "meanings", columns })) as unknown as {
    data: { result: { error: Record<string, string[]>; initialValue: object } };
  };
  expect(answer.data.result.error[""]).toEqual([
    "Several columns are said to hold “Last name”. Choose one of them, and “Not read” for the others.",
  ]);
  expect(answer.data.result.initialValue).toMatchObject({ columns });
});

test("what is read is refused at its field in one line, and nothing is changed", async () => {
  const answer = (await upload("SSN,Last name,First name\n123-45-6789,Sample,Ana\n")) as {
    data: { result: { error: Record<string, string[]> } };
    init: { status: number };
  };
  expect(answer.init.status).toBe(400);
  expect(answer.data.result.error.file?.join()).toContain("Social Security numbers");
  expect(JSON.stringify(answer)).not.toContain("123-45");
  expect((await listsPage(args(await get(db, "/hr/staff-list", hr)))).data.lists).toEqual({ rows: [], total: 0 });
});

test("Kent sees nothing of Highline’s lists", async () => {
  const id = await read("1,Sample,Ana,,Hilltop,Teacher,9/1/2024,");
  expect((await thrownBy(() => see(id, "", kent))).status).toBe(404);
  expect((await thrownBy(() => send(id, { intent: "drop" }, kent))).status).toBe(404);
  expect((await thrownBy(() => upload("Last name,First name\nA,B", kent))).status).toBe(404);
  const highline = organisationId(db, "Highline");
  const other = await get(db, `/hr/staff-list?organization=${highline}`, kent);
  expect((await thrownBy(() => listsPage(args(other)))).status).toBe(404);
  expect((await listsPage(args(await get(db, "/hr/staff-list", kent)))).data.lists).toEqual({ rows: [], total: 0 });
});

test("earlier lists are counted, not cut in silence, and the one that waits is found behind any number of them", async () => {
  const id = await read("1,Sample,Ana,,Hilltop,Teacher,9/1/2024,");
  const waits = db.select().from(staffLists).where(eq(staffLists.id, id)).get()!;
  const later = Array.from({ length: 30 }, (_, each) => ({
    ...{ ...waits, id: newId(), state: "failed" as const },
    readAt: waits.readAt + each + 1,
  }));
  db.insert(staffLists).values(later).run();
  const open = async (search: string) => {
    const { lists: shown, open: found } = (await listsPage(args(await get(db, `/hr/staff-list${search}`, hr)))).data;
    return [shown.rows.length, shown.total, found?.id];
  };
  expect(await open("")).toEqual([20, 31, id]);
  expect(await open("?lists=all")).toEqual([31, 31, id]);
});

test("P5 looking at a list is in the audit log with whom it named", async () => {
  const id = await read("1,Sample,Ana,,Hilltop,Teacher,9/1/2024,");
  await see(id, "?show=changed");
  expect(readingsOf(db, "hr.staff-list-read")).toMatchObject([{ subjectId: id, personIds: [ana.personId] }]);
});

test("the lengths of numbers are saved with their version", async () => {
  const organisation = organisationId(db, "Highline");
  const save = async (values: Record<string, string>) =>
    lists(args(await post(db, "/hr/staff-list", { intent: "lengths", organisationId: organisation, ...values }, hr)));
  const base = JSON.stringify({ employeeIdLength: null, schoolCodeLength: null });
  expect((await thrownBy(() => save({ employeeIdLength: "6", base }))).status).toBe(302);
  const stale = (await save({ employeeIdLength: "7", base })) as { init: { status: number } };
  expect(stale.init.status).toBe(409);
  const id = await read("1,Sample,Ana,,Hilltop,Teacher,9/1/2024,");
  expect((await see(id, "?show=changed")).lines[0]).toMatchObject({ employeeId: "000001" });
});

test("a page of lines takes as many statements for one line as for fifty", async () => {
  const one = desk(db, hr).take("7,One,Max,,,Teacher,9/1/2026,");
  const { getStaffListPage } = await import("~/hr/staff-lists/staff-list-page.server");
  const count = (id: string) =>
    countStatements(db, () => getStaffListPage(desk(db, hr).acting(), id, new URLSearchParams("show=new")));
  const few = count(one);
  const many = desk(db, hr).take(
    ...Array.from({ length: 60 }, (_, n) => `${100 + n},Many${n},Max,,,Teacher,9/1/2026,`),
  );
  expect(count(many)).toBe(few);
});
