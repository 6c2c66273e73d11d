import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { readFileSync } from "node:fs";
import SqliteDatabase from "better-sqlite3";
import { eq } from "drizzle-orm";
import { auditEntries } from "#drizzle/schema/platform";
import { listReaders } from "~/people/persons/reader-list.server";
import { openDatabase } from "~/platform/database/database.server";
import { flushReadings, recordReading } from "~/platform/audit/reading-log.server";
import { actingAs, useTestDatabase } from "../../support/database";
import { makePerson } from "../../support/factories";
import { readingsOf } from "../../support/readings";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A database file of the test's own, and a second connection that can hold its lock. */
function onFile() {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-readings-"));
  const file = path.join(folder, "hourbook.sqlite");
  writeFileSync(file, readFileSync(inject("templateFile")));
  const db = openDatabase(file);
  const other = new SqliteDatabase(file);
  onTestFinished(() => {
    other.close();
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  return { db, other };
}

test("P5 a reading names everybody whom it shows, each once, and is found from each of them", () => {
  const db = useTestDatabase();
  const reader = makePerson(db, { first: "Rea", last: "Der" });
  const people = [makePerson(db), makePerson(db), makePerson(db)];
  const ids = people.map(({ personId }) => personId);
  recordReading(actingAs(db, reader), { action: "roster.read", subjectId: "s", personIds: [...ids, ids[0], null] });
  expect(readingsOf(db, "roster.read")).toEqual([
    { actorId: reader.personId, subjectId: "s", personIds: [...ids].sort() },
  ]);
  for (const id of ids) {
    expect(listReaders(db, id).rows).toMatchObject([{ readerName: "Rea Der", what: "Roster of a session" }]);
  }
  expect(listReaders(db, reader.personId)).toEqual({ rows: [], total: 0 });
});

test("P5 who looked at a person is read by an index alone", () => {
  const db = useTestDatabase();
  const plan = db.$client
    .prepare(
      `explain query plan select * from audit_entry_persons p join audit_entries e on e.id = p.entry_id
       where p.person_id = ? order by p.entry_id desc limit 100`,
    )
    .all("x") as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join("\n")).not.toMatch(/SCAN|TEMP B-TREE/);
});

test("a reading is written within a moment, by itself", async () => {
  const { db } = onFile();
  recordReading(actingAs(db, makePerson(db)), { action: "claim.read", subjectId: "c", personIds: [] });
  const written = () => db.select().from(auditEntries).where(eq(auditEntries.action, "claim.read")).all();
  expect(written()).toEqual([]);
  await pause(300);
  expect(written()).toHaveLength(1);
});

test("a reading does not wait for whoever writes, and is kept until it can be written", async () => {
  const { db, other } = onFile();
  const reader = makePerson(db);
  db.$client.pragma("busy_timeout = 20");
  other.exec("begin immediate");
  recordReading(actingAs(db, reader), { action: "claim.read", subjectId: "c", personIds: [reader.personId] });
  await pause(200);
  expect(() => flushReadings()).toThrow(/locked/);
  other.exec("commit");
  expect(readingsOf(db, "claim.read")).toHaveLength(1);
});

test("the persons of a reading cannot be changed or taken away", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  recordReading(actingAs(db, person), { action: "claim.read", subjectId: "c", personIds: [person.personId] });
  flushReadings();
  expect(() => db.$client.exec("delete from audit_entry_persons")).toThrow("P5: the audit log is append-only");
  expect(() => db.$client.exec("update audit_entry_persons set person_id = 'x'")).toThrow("append-only");
});

test("P5 what is read in many parts is read once; somebody else, something else and later are readings of their own", () => {
  const db = useTestDatabase();
  const [rea, ron] = [makePerson(db), makePerson(db)];
  const read = (person: typeof rea, subjectId = "f", now = 1_000) =>
    recordReading(actingAs(db, person, { now }), {
      action: "portfolio.file-read",
      subjectId,
      personIds: [],
      onceWithinMs: 100,
    });
  for (let part = 0; part < 5; part++) read(rea);
  flushReadings();
  for (let part = 0; part < 5; part++) read(rea, "f", 1_099);
  read(ron);
  read(rea, "g");
  read(rea, "f", 1_100);
  const rows = readingsOf(db, "portfolio.file-read").map(({ actorId, subjectId }) => [actorId, subjectId]);
  expect(rows).toHaveLength(4);
  expect(rows.filter(([actorId, subjectId]) => actorId === rea.personId && subjectId === "f")).toHaveLength(2);
});
