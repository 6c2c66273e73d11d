import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { affiliations, persons } from "#drizzle/schema/people";
import { goOnWithStaffLists } from "~/hr/staff-lists/importing/go-on-with-staff-lists.server";
import { stopStaffList, undoStaffList } from "~/hr/staff-lists/importing/staff-list.server";
import type { Database } from "~/platform/database/database.server";
import { DAY, TEST_NOW } from "../../../support/clock";
import { systemContext, useTestDatabase } from "../../../support/database";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../../../support/factories";
import { actionsOn, desk, peopleIn } from "../set-up";

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

test("the last import is undone within a day: everything stands as it did, confirmations and records as well", async () => {
  const { take, start, work, list, acting } = desk(db, hr);
  const before = peopleIn(db);
  const id = take(ANA, BEN, CLEO, FAY);
  start(id);
  await work();
  expect(peopleIn(db)).not.toEqual(before);
  expect(undoStaffList(acting(TEST_NOW + DAY + 1), id)).toMatchObject({ ok: false, reason: "too-late" });
  expect(undoStaffList(acting(TEST_NOW + DAY), id)).toMatchObject({ ok: true });
  await work(TEST_NOW + DAY);
  expect(list(id)).toMatchObject({ state: "undone", done: 0, feesFrom: null });
  expect(peopleIn(db)).toEqual(before);
  expect(undoStaffList(acting(), id)).toMatchObject({ ok: false, reason: "not-last" });
});

test("what somebody changed since an import stays as they made it when it is undone", async () => {
  const { take, start, work, acting, lines } = desk(db, hr);
  const id = take(ANA, BEN, CLEO);
  start(id);
  await work();
  db.update(affiliations).set({ building: "By hand" }).where(eq(affiliations.id, entries.ana)).run();
  undoStaffList(acting(), id);
  await work();
  expect(entryOf(entries.ana)).toMatchObject({ building: "By hand" });
  expect(entryOf(entries.ben)).toMatchObject({ toDate: null });
  expect(lines(id)[0]).toMatchObject({ reason: "Changed since the import, so it stays as it is." });
});

test("only the last import of a district can be undone, and not while another list waits", async () => {
  const { take, start, work, acting } = desk(db, hr);
  const first = take(ANA, BEN, CLEO);
  start(first);
  await work();
  const second = take("1,Sample,Ana,,Hilltop,Teacher,9/1/2024,", BEN, CLEO);
  expect(undoStaffList(acting(), first)).toMatchObject({ ok: false, reason: "list-open" });
  start(second);
  await work(TEST_NOW + 1);
  expect(undoStaffList(acting(), first)).toMatchObject({ ok: false, reason: "not-last" });
  expect(undoStaffList(acting(), second)).toMatchObject({ ok: true });
});

test("all or nothing: a line that stands otherwise since, in whatever part, takes everything back by itself", async () => {
  const { take, start, work, list } = desk(db, hr);
  const people = Array.from({ length: 120 }, (_, n) => `${100 + n},Many${n},Max,,,Teacher,9/1/2026,`);
  const id = take(ANA, ...people, BEN, CLEO);
  start(id);
  db.update(affiliations).set({ title: "Meanwhile" }).where(eq(affiliations.id, entries.ben)).run();
  const before = peopleIn(db);
  await work();
  expect(list(id)).toMatchObject({
    state: "failed",
    answer: "Line 123 (Test, Ben): the entry was changed meanwhile. Nothing was changed.",
  });
  expect(peopleIn(db)).toEqual(before);
  expect(actionsOn(db, id).at(-1)).toBe("staff-list.failed");
});

test("all or nothing: an address that somebody got meanwhile, a stop, a lost role and a fault of ours do so as well", async () => {
  const { take, start, work, list, acting } = desk(db, hr);
  const tries: [string, (id: string) => unknown][] = [
    [
      "Line 3 (New, Fay): somebody has got this email address meanwhile.",
      () => db.update(persons).set({ email: "fay@test.example" }).where(eq(persons.id, ben.personId)).run(),
    ],
    ["Hana Highline stopped it.", (id) => stopStaffList(acting(), id)],
    [
      "A fault of ours, which is in the log.",
      () => db.$client.exec("create trigger broken before insert on persons begin select raise(abort, 'broken'); end"),
    ],
    [
      "Whoever started it may no longer act for this district.",
      () => db.$client.exec("drop trigger broken; update grants set revoked_at = 1"),
    ],
  ];
  for (const [words, happen] of tries) {
    db.update(persons).set({ email: ben.email }).where(eq(persons.id, ben.personId)).run();
    const id = take(ANA, FAY);
    start(id);
    happen(id);
    const before = peopleIn(db);
    await work();
    expect(list(id)).toMatchObject({ state: "failed", answer: `${words} Nothing was changed.` });
    expect(peopleIn(db)).toEqual(before);
  }
});

test("work that was cut off between two parts goes on, and nothing is done twice", async () => {
  const { take, start, work, list } = desk(db, hr);
  const id = take(...Array.from({ length: 120 }, (_, n) => `${100 + n},Many${n},Max,,,Teacher,9/1/2026,`));
  start(id);
  const stop = new AbortController();
  const going = goOnWithStaffLists(systemContext(db), stop.signal);
  stop.abort();
  await going;
  expect(list(id)).toMatchObject({ state: "applying", done: 50 });
  await work();
  expect(list(id)).toMatchObject({ state: "applied", done: 120 });
  expect(db.select().from(persons).where(eq(persons.legalFirst, "Max")).all()).toHaveLength(120);
});
