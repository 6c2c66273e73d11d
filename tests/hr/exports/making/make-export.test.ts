import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { grants } from "#drizzle/schema/grants";
import { hrExports } from "#drizzle/schema/hr";
import { persons } from "#drizzle/schema/people";
import { exportRuns } from "#drizzle/schema/staff/exports";
import { goOnWithExports } from "~/hr/exports/making/go-on-with-exports.server";
import { makeExport } from "~/hr/exports/making/make-export.server";
import { orderExport, stopExport } from "~/hr/exports/making/order-export.server";
import { takeRun } from "~/hr/exports/making/export-run.server";
import { inTransaction, type Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { logger } from "~/platform/logging/logger.server";
import { setClock, TEST_NOW } from "../../../support/clock";
import { correctCreditRow, postCreditFor } from "../../../support/credits";
import { actingAs, systemContext, useTestDatabase } from "../../../support/database";
import { done } from "../../../support/done";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../../../support/factories";

let db: Database;
let hr: TestPerson;
let highline: string;
beforeEach(() => {
  setClock(TEST_NOW);
  db = useTestDatabase();
  hr = makePerson(db, { first: "Hana", last: "HR" });
  highline = organisationId(db, "Highline");
  give(db, hr, "hr", highline);
});

const staff = () => actingAs(db, hr, { scopeIds: [highline] });
const NEW = { from: null, to: null, onlyNew: true, format: "csv" } as const;
const order = (input: Partial<Parameters<typeof orderExport>[1]> = {}) =>
  orderExport(staff(), { organisationId: highline, ...NEW, ...input });
const runOf = (runId: string) => db.select().from(exportRuns).where(eq(exportRuns.id, runId)).get()!;
const work = (signal?: AbortSignal) => goOnWithExports(systemContext(db), signal);

/** Somebody of the district with one credit. */
function earner(last = "Ames") {
  const person = makePerson(db, { first: "Ada", last, organisation: "Highline" });
  return { person, ...postCreditFor(db, person) };
}

/** People of the district without hours, so that there is more than one part. */
function others(count: number) {
  inTransaction(db, () => {
    for (let each = 0; each < count; each++) makePerson(db, { last: `Zed ${each}`, organisation: "Highline" });
  });
}

test("S4 what was asked for is made by the job, with its progress and its record", async () => {
  others(60);
  earner();
  const { runId, rows } = done(order());
  expect([rows, runOf(runId).state]).toEqual([1, "waiting"]);
  expect(await work()).toBe(1);
  expect(runOf(runId)).toMatchObject({ state: "done", total: 1, done: 1, rows: 1, worker: null });
  expect(db.select().from(hrExports).all()).toMatchObject([{ id: runOf(runId).exportId, madeBy: hr.personId }]);
  expect(await work()).toBe(0);
});

test("exports of one district are made one after another: the second of what is new is empty", async () => {
  earner();
  const [first, second] = [done(order()).runId, done(order()).runId];
  // Whoever takes the second first leaves it: what is new depends on the first.
  expect(await makeExport(staff(), second)).toBe(false);
  expect(await work()).toBe(2);
  expect([runOf(first).state, runOf(second).state]).toEqual(["done", "empty"]);
  expect(order()).toMatchObject({ reason: "nothing-to-export" });
});

test("S4 a stopped export gives out nothing, and its rows stay new", async () => {
  earner();
  const { runId } = done(order());
  expect(takeRun(db, runId)?.state).toBe("running");
  done(stopExport(staff(), runId));
  expect(stopExport(staff(), runId)).toMatchObject({ reason: "ended" });
  expect(await work()).toBe(0);
  expect(runOf(runId)).toMatchObject({ state: "stopped", answer: `${hr.name} stopped it.`, exportId: null });
  expect(db.select().from(hrExports).all()).toEqual([]);
  expect(done(order()).rows).toBe(1);
});

test("whoever stops it while it is written is heeded at the next part", async () => {
  earner();
  others(120);
  const { runId } = done(order());
  const making = work();
  done(stopExport(staff(), runId));
  expect(await making).toBe(0);
  expect(runOf(runId)).toMatchObject({ state: "stopped", exportId: null });
});

test("a process that ends leaves its export to the next; one that is gone is taken over after a minute", async () => {
  earner();
  const { runId } = done(order());
  const stopping = new AbortController();
  stopping.abort();
  expect(await makeExport(staff(), runId, stopping.signal)).toBe(false);
  expect(runOf(runId)).toMatchObject({ state: "waiting", worker: null });
  takeRun(db, runId);
  expect(await work()).toBe(0);
  setClock(TEST_NOW + 61_000);
  expect(await work()).toBe(1);
  expect(runOf(runId).state).toBe("done");
});

test("P2 whoever lost the role meanwhile is given nothing", async () => {
  earner();
  const { runId } = done(order());
  db.update(grants).set({ revokedAt: TEST_NOW }).where(eq(grants.personId, hr.personId)).run();
  expect(await work()).toBe(1);
  expect(runOf(runId)).toMatchObject({
    state: "failed",
    answer: "Whoever asked for it may no longer export for this organization.",
  });
  expect(db.select().from(hrExports).all()).toEqual([]);
});

test("a fault of ours ends the export in words, records nothing and leaves the rows due", async () => {
  earner();
  const { runId } = done(order());
  const { asked } = runOf(runId);
  const columns = [{ key: "nonsense", header: "X" }] as never;
  const layout = { name: "Broken", columns, days: "m/d/yyyy", separator: "tab", hours: "decimal" } as const;
  db.update(exportRuns)
    .set({ asked: { ...asked, layout } })
    .where(eq(exportRuns.id, runId))
    .run();
  const said = vi.spyOn(logger, "error").mockReturnValue();
  expect(await work()).toBe(1);
  expect(runOf(runId)).toMatchObject({
    state: "failed",
    exportId: null,
    answer: "A fault of ours, which is in the log. Nothing was given out: ask for it again.",
  });
  expect(said).toHaveBeenCalledOnce();
  expect(db.select().from(hrExports).all()).toEqual([]);
  expect(done(order()).rows).toBe(1);
});

test("S1 only people of the district can be chosen, and only theirs are exported", async () => {
  const ames = earner();
  earner("Brown");
  const stranger = makePerson(db, { organisation: "Kent" });
  expect(order({ personIds: [stranger.personId] })).toMatchObject({ reason: "unknown-person" });
  const { runId, rows } = done(order({ personIds: [ames.person.personId] }));
  expect(rows).toBe(1);
  await work();
  expect(runOf(runId)).toMatchObject({ rows: 1, total: 1, asked: { personIds: [ames.person.personId] } });
  // The other's is new still.
  expect(done(order()).rows).toBe(1);
});

test("an export of another district, of nobody's layout, or one too many is refused", () => {
  earner();
  expect(order({ organisationId: organisationId(db, "Kent") })).toMatchObject({ reason: "unknown-organisation" });
  expect(order({ layoutId: newId() })).toMatchObject({ reason: "unknown-layout" });
  for (let each = 0; each < 5; each++) done(order());
  expect(order()).toMatchObject({ reason: "too-many" });
});

test("S4 where another export was recorded while it was read, it is read anew", async () => {
  earner();
  const { runId } = done(order());
  const run = takeRun(db, runId)!;
  db.update(exportRuns).set({ workedUntil: null }).where(eq(exportRuns.id, runId)).run();
  expect(run.id).toBe(runId);
  const making = makeExport(staff(), runId);
  const before = { id: newId(), organisationId: highline, madeAt: TEST_NOW, madeBy: hr.personId, onlyNew: true };
  db.insert(hrExports)
    .values({ ...before, fileHash: "other" })
    .run();
  expect(await making).toBe(true);
  expect(runOf(runId)).toMatchObject({ state: "done", rows: 1, done: 1 });
  expect(db.select().from(hrExports).all()).toHaveLength(2);
});

test("S4 a correction comes as the line that was given out and the line that takes its place", async () => {
  const { creditId, person } = earner();
  done(order());
  await work();
  affiliate(db, person, { organisation: "Kent", from: "2020-09-01" });
  correctCreditRow(db, creditId, 390, TEST_NOW);
  const last = correctCreditRow(
    db,
    db.$client.prepare("select id from credits where version = 2").pluck().get() as string,
    360,
    TEST_NOW,
  );
  expect(last).toBeTruthy();
  db.update(persons).set({ legalLast: "Ames-Brown" }).where(eq(persons.id, person.personId)).run();
  const { runId, rows } = done(order());
  await work();
  // One is due; the file has two lines: the newest that the district has, and the newest there is.
  expect([rows, runOf(runId).rows]).toEqual([1, 2]);
  expect(order()).toMatchObject({ reason: "nothing-to-export" });
});
