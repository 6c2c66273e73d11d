import { rmSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "~/platform/database/database.server";
import { syncedLater } from "~/platform/database/synced-later.server";
import { useTestDatabaseFile } from "../../support/database";

test("what is synced later is seen by others before the wait, whole or not at all, and the next transaction waits as ever", async () => {
  const db = useTestDatabaseFile();
  const other = openDatabase(db.$client.name);
  onTestFinished(() => void other.$client.close());
  db.run(sql`create table notes (words text)`);
  const seen = () => other.all<{ words: string }>(sql`select words from notes`).map(({ words }) => words);
  const strictness = () => db.$client.pragma("synchronous", { simple: true });
  const before = strictness();

  const later = syncedLater(db);
  const synced = later.run((tx) => tx.run(sql`insert into notes values ('kept')`));
  expect(seen()).toEqual(["kept"]);
  expect(strictness()).toBe(before);
  await synced;

  const fail = () =>
    void later.run((tx) => {
      tx.run(sql`insert into notes values ('half')`);
      throw new Error("in the middle");
    });
  expect(fail).toThrow("in the middle");
  expect([seen(), strictness()]).toEqual([["kept"], before]);
  await later.run((tx) => tx.run(sql`insert into notes values ('kept, too')`));
  later.close();
  expect(seen()).toEqual(["kept", "kept, too"]);
});

test("what was written and cannot be synced is told of later, and not as if it had not been written", async () => {
  const db = useTestDatabaseFile();
  db.run(sql`create table notes (words text)`);
  const later = syncedLater(db);
  rmSync(`${db.$client.name}-wal`);
  const synced = later.run((tx) => tx.run(sql`insert into notes values ('kept')`));
  await expect(synced).rejects.toThrow("ENOENT");
  expect(db.all(sql`select words from notes`)).toEqual([{ words: "kept" }]);
});
