import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import SqliteDatabase from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "~/platform/database/database.server";
import { unreadinessOf } from "~/platform/database/readiness";
import { findUnreadiness } from "~/platform/database/readiness.server";

let moment = 0;
/** Later than what any answer holds. */
const later = () => (moment += 10_000);

function opened() {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-ready-"));
  const file = path.join(folder, "hourbook.sqlite");
  const db = openDatabase(file);
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  return { db, file };
}

test("a database that can be written to is ready, also while somebody else writes", () => {
  const { db, file } = opened();
  expect(findUnreadiness(db, later())).toBeNull();
  const other = new SqliteDatabase(file);
  other.exec("begin immediate");
  expect(findUnreadiness(db, later())).toBeNull();
  other.close();
});

test.each([
  ["deleted", (file: string) => rmSync(file)],
  ["moved away", (file: string) => renameSync(file, `${file}.away`)],
  ["replaced", (file: string) => (renameSync(file, `${file}.away`), writeFileSync(file, "another"))],
  ["left without its newest changes", (file: string) => rmSync(`${file}-wal`)],
])("a file that was %s is noticed", (_what, harm) => {
  const { db, file } = opened();
  expect(findUnreadiness(db, later())).toBeNull();
  harm(file);
  expect(findUnreadiness(db, later())).toBe("gone");
});

test("a file that takes no writing is noticed", () => {
  const { db } = opened();
  db.$client.pragma("query_only = 1");
  expect(findUnreadiness(db, later())).toBe("not-writable");
  db.$client.pragma("query_only = 0");
  expect(findUnreadiness(db, later())).toBeNull();
});

test("an answer holds for a second, so that asking does not make the disk busy", () => {
  const { db, file } = opened();
  const at = later();
  expect(findUnreadiness(db, at)).toBeNull();
  rmSync(file);
  expect(findUnreadiness(db, at + 999)).toBeNull();
  expect(findUnreadiness(db, at + 1_000)).toBe("gone");
});

test.each([
  ["SQLITE_BUSY", null],
  ["SQLITE_BUSY_SNAPSHOT", null],
  ["SQLITE_LOCKED", null],
  ["SQLITE_FULL", "full"],
  ["SQLITE_READONLY", "not-writable"],
  ["SQLITE_READONLY_DBMOVED", "not-writable"],
  ["SQLITE_IOERR_WRITE", "not-writable"],
  ["SQLITE_CANTOPEN", "not-writable"],
  ["", "not-writable"],
])("the error %s of a trial write means %s", (code, expected) => {
  expect(unreadinessOf(code)).toBe(expected);
});
