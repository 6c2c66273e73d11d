import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "~/platform/database/database.server";
import { inTransactionSyncedLater } from "~/platform/database/synced-later.server";
import { useTestDatabaseFile } from "../../support/database";

test("what is synced later is seen by others before the wait, whole or not at all, and the next transaction waits as ever", async () => {
  const db = useTestDatabaseFile();
  const other = openDatabase(db.$client.name);
  onTestFinished(() => void other.$client.close());
  db.run(sql`create table notes (words text)`);
  const seen = () => other.all<{ words: string }>(sql`select words from notes`).map(({ words }) => words);
  const strictness = () => db.$client.pragma("synchronous", { simple: true });
  const before = strictness();

  const synced = inTransactionSyncedLater(db, (tx) => tx.run(sql`insert into notes values ('kept')`));
  expect(seen()).toEqual(["kept"]);
  expect(strictness()).toBe(before);
  await synced;

  const failed = inTransactionSyncedLater(db, (tx) => {
    tx.run(sql`insert into notes values ('half')`);
    throw new Error("in the middle");
  });
  await expect(failed).rejects.toThrow("in the middle");
  expect([seen(), strictness()]).toEqual([["kept"], before]);
});
