import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import SqliteDatabase from "better-sqlite3";
import { afterEach, expect, expectTypeOf, test } from "vitest";
import {
  closeDatabase,
  inTransaction,
  isBusy,
  openDatabase,
  type Reader,
  type Transaction,
  UnusableDatabase,
} from "~/platform/database/database.server";
import { auditEntries } from "#drizzle/schema/platform";
import { persons } from "#drizzle/schema/people";
import { recordAudit } from "~/platform/audit/audit.server";
import { systemContext, useTestDatabase } from "../../support/database";

const folders: string[] = [];
function temporaryFile(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-db-"));
  folders.push(folder);
  return path.join(folder, name);
}
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

test("a file that is no database stops the start with one sentence and is not changed", () => {
  const file = temporaryFile("damaged.sqlite");
  writeFileSync(file, "this is not a database, and long enough to have a header of its own".repeat(20));
  const before = readFileSync(file);
  expect(() => openDatabase(file)).toThrow(UnusableDatabase);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("a database of a newer Hourbook stops the start with one sentence and is not changed", () => {
  const file = temporaryFile("newer.sqlite");
  openDatabase(file).$client.close();
  const client = new SqliteDatabase(file);
  client.prepare("insert into __drizzle_migrations (hash, created_at) values ('from the future', 9999999999999)").run();
  client.pragma("wal_checkpoint(TRUNCATE)");
  client.close();
  const before = readFileSync(file);
  expect(() => openDatabase(file)).toThrow(/newer Hourbook/);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test.each([
  ["a folder", (file: string) => mkdirSync(file), /is a folder/],
  [
    "inside something that is no folder",
    (file: string) => writeFileSync(path.dirname(file) + "/no-folder", ""),
    /cannot be used/,
  ],
])("a file that is %s stops the start with one sentence", (what, prepare, words) => {
  const file = temporaryFile("hourbook.sqlite");
  prepare(file);
  const opened = what === "a folder" ? file : path.join(path.dirname(file), "no-folder", "hourbook.sqlite");
  expect(() => openDatabase(opened)).toThrow(UnusableDatabase);
  expect(() => openDatabase(opened)).toThrow(words);
});

test("a change that was confirmed is on the disk: nothing waits for a checkpoint", () => {
  const db = openDatabase(temporaryFile("full.sqlite"));
  // 2 is FULL: each commit is synced before it is confirmed.
  expect(db.$client.pragma("synchronous", { simple: true })).toBe(2);
  expect(db.$client.pragma("journal_size_limit", { simple: true })).toBeGreaterThan(0);
  db.$client.close();
});

test("what is held of a deleted file is saved when it is closed", () => {
  const file = temporaryFile("deleted.sqlite");
  const db = openDatabase(file);
  db.insert(persons).values({ id: "p", legalFirst: "Ana", legalLast: "B", createdAt: 1, updatedAt: 1 }).run();
  for (const each of [file, `${file}-wal`, `${file}-shm`]) rmSync(each);
  const saved = closeDatabase(db, 7)!;
  expect(saved).toBe(`${file}.saved-7`);
  const again = openDatabase(saved);
  expect(again.select().from(persons).all()).toMatchObject([{ legalFirst: "Ana" }]);
  expect(closeDatabase(again, 8)).toBeNull();
});

test("a database of another program stops the start", () => {
  const file = temporaryFile("other.sqlite");
  const client = new SqliteDatabase(file);
  client.exec("create table notes (text)");
  client.close();
  expect(() => openDatabase(file)).toThrow(/not one of Hourbook's/);
});

test("a transaction that throws leaves nothing", () => {
  const db = useTestDatabase();
  expect(() =>
    inTransaction(db, (tx) => {
      tx.insert(persons).values({ id: "p", legalFirst: "A", legalLast: "B", createdAt: 1, updatedAt: 1 }).run();
      throw new Error("stop");
    }),
  ).toThrow("stop");
  expect(db.select().from(persons).all()).toEqual([]);
});

test("a writer that waits too long for another gets an error that is known as busy", () => {
  const file = temporaryFile("busy.sqlite");
  const [first, second] = [openDatabase(file), openDatabase(file)];
  second.$client.pragma("busy_timeout = 50");
  first.$client.exec("begin immediate");
  let thrown: unknown;
  try {
    inTransaction(second, () => 1);
  } catch (error) {
    thrown = error;
  }
  expect(isBusy(thrown)).toBe(true);
  expect(isBusy(new Error("another"))).toBe(false);
});

test("a function that is given a reader has no way to write, the compiler says", () => {
  type Writing = "insert" | "update" | "delete" | "run" | "transaction";
  expectTypeOf<Extract<keyof Reader, Writing>>().toBeNever();
  expectTypeOf<Extract<keyof Transaction, Writing>>().toEqualTypeOf<Writing>();
});

test("P5 the audit log cannot be changed or deleted", () => {
  const db = useTestDatabase();
  inTransaction(db, (tx) => recordAudit(tx, systemContext(db), { action: "test.done", subjectId: "x" }));
  expect(() => db.update(auditEntries).set({ action: "other" }).run()).toThrow("append-only");
  expect(() => db.delete(auditEntries).run()).toThrow("append-only");
});
