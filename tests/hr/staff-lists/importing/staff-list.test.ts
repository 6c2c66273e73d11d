import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accounts, affiliations, persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/messages";
import { staffListRows, staffLists } from "#drizzle/schema/staff/staff-lists";
import { forgetStaffLists } from "~/hr/staff-lists/importing/forget-staff-lists.server";
import { planInParts } from "~/hr/staff-lists/importing/plan-in-parts.server";
import { decideWho, endMissing, keepMissing, saveMeanings } from "~/hr/staff-lists/planning/staff-decision.server";
import {
  dropStaffList,
  startStaffList,
  stopStaffList,
  takeStaffList,
  undoStaffList,
} from "~/hr/staff-lists/importing/staff-list.server";
import { saveLengths } from "~/hr/staff-lists/staff-list-settings.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { DAY, TEST_NOW } from "../../../support/clock";
import { systemContext, useTestDatabase } from "../../../support/database";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../../../support/factories";
import { actionsOn, desk, peopleIn, tableOf } from "../set-up";

let db: Database;
let hr: TestPerson;
let ana: TestPerson;
let ben: TestPerson;
let cleo: TestPerson;
let entries: Record<"ana" | "ben" | "cleo", string>;
beforeEach(() => {
  db = useTestDatabase();
  hr = makePerson(db, { first: "Hana", last: "Highline" });
  give(db, hr, "hr", organisationId(db, "Highline"));
  ana = makePerson(db, { first: "Ana", last: "Sample" });
  ben = makePerson(db, { first: "Ben", last: "Test" });
  cleo = makePerson(db, { first: "Cleo", last: "Row" });
  entries = {
    ana: affiliate(db, ana, { organisation: "Highline", employeeId: "000001", building: "Hilltop" }),
    ben: affiliate(db, ben, { organisation: "Highline", employeeId: "000002" }),
    cleo: affiliate(db, cleo, { organisation: "Highline", employeeId: "3", confirmed: false }),
  };
});

const entryOf = (id: string) => db.select().from(affiliations).where(eq(affiliations.id, id)).get()!;
const ANA = "1,Sample,Ana,,Valley,Teacher,9/1/2024,";
const BEN = "2,Test,Ben,,,Teacher,9/1/2024,6/30/2026";
const CLEO = "3,Row,Cleo,,,,,";
const FAY = "6,New,Fay,fay@test.example,Hilltop,ESA,2026-09-01,";

test("S1 a dry run changes nothing; the import starts, changes, ends and confirms, and never touches a profile", async () => {
  const { take, start, work, list, lines, acting, district } = desk(db, hr);
  saveLengths(acting(), { organisationId: district, employeeIdLength: 6, schoolCodeLength: null });
  const before = peopleIn(db);
  const id = take(ANA, BEN, CLEO, FAY);
  expect(peopleIn(db)).toEqual(before);
  expect(lines(id).map(({ line, fate, effect, matchedBy }) => [line, fate, effect, matchedBy])).toEqual([
    [2, "changed", "change", "employee-id"],
    [3, "changed", "change", "employee-id"],
    [4, "changed", "change", "employee-id"],
    [5, "new", "start", null],
  ]);
  expect(start(id)).toMatchObject({ ok: true, value: { total: 4 } });
  await work();
  expect(list(id)).toMatchObject({ state: "applied", done: 4, feesFrom: null });
  expect(entryOf(entries.ana)).toMatchObject({ building: "Valley", confirmedBy: hr.personId });
  expect(entryOf(entries.ben)).toMatchObject({ toDate: "2026-06-30" });
  expect(entryOf(entries.cleo)).toMatchObject({ employeeId: "000003", confirmedBy: hr.personId });
  const fay = db.select().from(persons).where(eq(persons.email, "fay@test.example")).get()!;
  expect(db.select().from(affiliations).where(eq(affiliations.personId, fay.id)).all()).toMatchObject([
    { roleKind: "esa", employeeId: "000006", fromDate: "2026-09-01", confirmedBy: hr.personId },
  ]);
  expect(db.select().from(accounts).where(eq(accounts.personId, fay.id)).all()).toEqual([]);
  expect(db.select().from(outboxMessages).all()).toEqual([]);
  expect(peopleIn(db).persons.filter(({ id: each }) => each !== fay.id)).toEqual(before.persons);
  expect(peopleIn(db).accounts).toEqual(before.accounts);
  expect(actionsOn(db, id)).toEqual(["staff-list.read", "staff-list.applied"]);
  expect(actionsOn(db, entries.ana)).toEqual(["affiliation.corrected"]);
});

test("one list at a time: one that waits gives way, one under way does not, and the database holds it so", () => {
  const { take, start, list, acting, district } = desk(db, hr);
  const first = take(ANA);
  const second = take(ANA);
  expect(list(first)).toMatchObject({ state: "dropped", facts: { columns: [] } });
  start(second);
  const third = { organisationId: district, fileName: "x.csv", table: tableOf(ANA) };
  expect(takeStaffList(acting(), third)).toMatchObject({ ok: false, reason: "under-way" });
  const forced = () => db.update(staffLists).set({ state: "planned" }).where(eq(staffLists.id, first)).run();
  expect(forced).toThrow(/unique/i);
});

test("whoever is missing ends only by a tick and a day, and can be kept again", async () => {
  const { take, start, work, lines, acting, list } = desk(db, hr);
  const id = take(ANA, CLEO);
  const missing = () => lines(id).filter(({ fate }) => fate === "missing");
  expect(missing()).toMatchObject([{ name: "Test, Ben", effect: "none" }]);
  const choice = () => ({ listId: id, version: list(id).version, affiliationIds: [entries.ben] });
  expect(endMissing(acting(), { ...choice(), toDate: "2024-08-31" })).toMatchObject({ reason: "before-start" });
  expect(endMissing(acting(), { ...choice(), affiliationIds: [entries.ana], toDate: "2026-09-30" })).toMatchObject({
    reason: "unknown-line",
  });
  endMissing(acting(), { ...choice(), toDate: "2026-09-30" });
  expect(missing()).toMatchObject([{ effect: "end" }]);
  keepMissing(acting(), choice());
  expect(missing()).toMatchObject([{ effect: "none" }]);
  endMissing(acting(), { ...choice(), toDate: "2026-09-30" });
  start(id);
  await work();
  expect(entryOf(entries.ben)).toMatchObject({ toDate: "2026-09-30" });
});

test("lines that cannot be taken are left out only where that was said, and the plan must be the one that was shown", () => {
  const { take, start, list, acting } = desk(db, hr);
  const id = take(ANA, "9,Bad,Bo,,,Wizard,9/1/2026,", BEN, CLEO);
  expect(start(id)).toMatchObject({ ok: false, reason: "left-out", detail: { count: 1 } });
  const shown = list(id).version;
  saveMeanings(acting(), { listId: id, columns: [], words: ["Wizard"], meanings: ["other"] });
  expect(list(id).version).toBeGreaterThan(shown);
  expect(startStaffList(acting(), { listId: id, version: shown, leaveOut: true })).toMatchObject({
    reason: "plan-changed",
  });
});

test("what was said of columns and words is remembered for the district's next list", () => {
  const { take, lines, acting } = desk(db, hr);
  const id = take("7,Li,Gus,,,Wizard,9/1/2026,");
  expect(lines(id)[0]).toMatchObject({ fate: "bad" });
  const columns = ["unread", "last", "first", "email", "building", "role", "firstDay", "employeeId"] as const;
  saveMeanings(acting(), { listId: id, columns, words: ["Wizard"], meanings: ["other"] });
  const next = take(",Li,Gus,,,WIZARD,9/1/2026,77");
  expect(lines(next)[0]).toMatchObject({ fate: "new", employeeId: "77", input: { roleKind: "other" } });
});

test("a likely duplicate is decided by a person", async () => {
  const { take, start, work, lines, acting, list } = desk(db, hr);
  const id = take(",Sample,Ana,,,,,", BEN, CLEO);
  expect(lines(id)[0]).toMatchObject({ fate: "duplicate", candidates: [ana.personId], effect: "none" });
  decideWho(acting(), { listId: id, version: list(id).version, line: 2, who: ana.personId });
  expect(lines(id)[0]).toMatchObject({ fate: "matched", matchedBy: "decision", affiliationId: entries.ana });
  start(id);
  await work();
  expect(list(id).state).toBe("applied");
});

test("nobody confirms or changes their own workplace by a list, whoever read it", () => {
  const own = affiliate(db, hr, { organisation: "Highline", employeeId: "99", confirmed: false });
  const { take, lines } = desk(db, hr);
  expect(lines(take("99,Highline,Hana,,Valley,Teacher,9/1/2024,"))[0]).toMatchObject({
    fate: "matched",
    effect: "none",
  });
  const other = makePerson(db, { first: "Hugo", last: "Other" });
  give(db, other, "hr", organisationId(db, "Highline"));
  const id = desk(db, other).take("99,Highline,Hana,,Valley,Teacher,9/1/2024,", ANA);
  expect(desk(db, hr).start(id)).toMatchObject({ ok: false, reason: "own-affiliation" });
  expect(entryOf(own)).toMatchObject({ building: null, confirmedAt: null });
});

test("a long list is planned by the job, and in parts that others can write between", async () => {
  const { take, start, work, list, lines } = desk(db, hr);
  const id = take(...Array.from({ length: 501 }, (_, n) => `${100 + n},Many${n},Max,,,Teacher,9/1/2026,`));
  expect(list(id)).toMatchObject({ state: "planning", counts: null });
  expect(start(id)).toMatchObject({ ok: false, reason: "not-planned" });
  await work();
  expect(list(id)).toMatchObject({ state: "planned", counts: { new: 501 } });
  expect(lines(id)).toHaveLength(503);
});

test("a long list that is thrown away while it is planned leaves no line", async () => {
  const { take, list, lines, acting } = desk(db, hr);
  const id = take(...Array.from({ length: 900 }, (_, n) => `${100 + n},Many${n},Max,,,Teacher,9/1/2026,`));
  const planning = planInParts(systemContext(db), id);
  expect(dropStaffList(acting(), id)).toMatchObject({ ok: true });
  await planning;
  expect([list(id).state, lines(id)]).toEqual(["dropped", []]);
});

test("S1 HR of another district neither sees nor does anything with a list; people of other districts are left alone", () => {
  const kent = makePerson(db, { first: "Kim", last: "Kent" });
  const theirs = affiliate(db, kent, { organisation: "Kent", employeeId: "1" });
  const { take, lines } = desk(db, hr);
  const id = take(ANA);
  expect(lines(id).some(({ affiliationId }) => affiliationId === theirs)).toBe(false);
  const foreign = desk(db, kent, "Kent").acting();
  for (const attempt of [
    () => dropStaffList(foreign, id),
    () => stopStaffList(foreign, id),
    () => undoStaffList(foreign, id),
    () => saveMeanings(foreign, { listId: id, columns: [], words: [], meanings: [] }),
    () =>
      takeStaffList(foreign, { organisationId: organisationId(db, "Highline"), fileName: "x", table: tableOf(ANA) }),
    () =>
      saveLengths(foreign, {
        organisationId: organisationId(db, "Highline"),
        employeeIdLength: 1,
        schoolCodeLength: 1,
      }),
  ]) {
    expect(attempt).toThrow(expect.objectContaining({ status: 404 }) as Error);
  }
});

test("a list that is thrown away leaves nothing of the people it named", () => {
  const { take, lines, list, acting } = desk(db, hr);
  const id = take(FAY);
  expect(dropStaffList(acting(), id)).toMatchObject({ ok: true });
  expect([lines(id), db.select().from(staffListRows).all()]).toEqual([[], []]);
  expect(JSON.stringify(list(id))).not.toContain("fay@");
  expect(
    inTransaction(db, (tx) =>
      tx
        .select()
        .from(persons)
        .where(and(eq(persons.legalLast, "New"), isNull(persons.phone)))
        .all(),
    ),
  ).toEqual([]);
});

test("a list for which nobody came back is thrown away after a week, the lines of an import after a month", async () => {
  const { take, start, work, lines, list } = desk(db, hr);
  const imported = take(ANA);
  start(imported);
  await work();
  const waits = take(ANA);
  const forget = (days: number) => forgetStaffLists(systemContext(db, TEST_NOW + days * DAY));
  expect([forget(6), list(waits).state]).toEqual([0, "planned"]);
  expect([forget(7), list(waits).state, lines(waits)]).toEqual([1, "dropped", []]);
  expect([forget(29), lines(imported).length > 0]).toEqual([0, true]);
  expect([forget(30), lines(imported), list(imported).state]).toEqual([2, [], "applied"]);
});
