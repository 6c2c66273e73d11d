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
  const synced = later.run(() => void db.run(sql`insert into notes values ('kept')`));
  expect(seen()).toEqual(["kept"]);
  expect(strictness()).toBe(before);
  await synced;

  const failed = later.run(() => {
    db.run(sql`insert into notes values ('half')`);
    throw new Error("in the middle");
  });
  await expect(failed).rejects.toThrow("in the middle");
  expect([seen(), strictness()]).toEqual([["kept"], before]);
  await later.run(() => void db.run(sql`insert into notes values ('kept, too')`));
  later.close();
  expect(seen()).toEqual(["kept", "kept, too"]);
});
