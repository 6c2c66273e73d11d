import { mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { programAreas } from "#drizzle/schema/catalog";
import { closeDatabase, type Database, openDatabase } from "~/platform/database/database.server";
import { checkWholeFile, keepStatistics } from "~/platform/database/upkeep.server";

const folder = mkdtempSync(path.join(tmpdir(), "upkeep-"));
const open: Database[] = [];
afterEach(() => {
  open.splice(0).forEach((db) => db.$client.close());
  rmSync(folder, { recursive: true, force: true });
});

function make(): Database {
  const db = openDatabase(path.join(folder, "upkeep.sqlite"));
  open.push(db);
  const rows = Array.from({ length: 2_000 }, (_, i) => ({ code: `area-${i}`, name: `Area ${i}`, position: i }));
  for (const row of rows) db.insert(programAreas).values(row).run();
  db.$client.pragma("wal_checkpoint(TRUNCATE)");
  return db;
}

test("what the tables hold is known after a migration, and again after an upkeep", () => {
  const db = make();
  const known = () =>
    db.$client.prepare("select stat from sqlite_stat1 where tbl = 'program_areas' limit 1").pluck().get() as string;
  const before = known();
  keepStatistics(db.$client, "all");
  expect(before?.split(" ")[0]).not.toBe("2000");
  expect(Number(known().split(" ")[0])).toBeGreaterThanOrEqual(2_000);
});

test("a whole file is checked by another process; one page that is overwritten is found, although the file opens", async () => {
  const db = make();
  await checkWholeFile(db);
  const { name } = db.$client;
  const file = openSync(name, "r+");
  writeSync(file, Buffer.alloc(4_096, 7), 0, 4_096, statSync(name).size - 4_096);
  expect(openDatabase(name).$client.close().open).toBe(false);
  await expect(checkWholeFile(db)).rejects.toThrow(/damaged|could not be read/);
});

test("a database that another writer holds is closed all the same, without new statistics", () => {
  const db = make();
  const { name } = db.$client;
  db.$client.pragma("busy_timeout = 0");
  db.select().from(programAreas).where(eq(programAreas.name, "Area 7")).get();
  const other = openDatabase(name);
  open.push(other);
  other.$client.exec("begin immediate");
  expect(closeDatabase(db, 1)).toBeNull();
  expect(db.$client.open).toBe(false);
});
