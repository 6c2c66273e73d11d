import { open } from "node:fs/promises";
import { type Database, inTransaction, type Transaction } from "./database.server";

/**
 * Runs a transaction whose wait for the disk holds up nobody else on its thread. What it wrote is seen by all at once; the
 * promise resolves when it would also survive a power cut. Between the two a cut takes back the whole transaction, as if
 * it had come a moment earlier: only for what waits for the promise before it goes on.
 * @throws what the transaction throws, and then nothing is written; or what the disk does, and then it is written, and may
 * not survive a power cut
 */
export async function inTransactionSyncedLater(db: Database, run: (tx: Transaction) => void): Promise<void> {
  const { $client: client } = db;
  const strictness = client.pragma("synchronous", { simple: true });
  // The commit then writes to the log and does not wait; checkpoints wait as ever (sqlite.org/pragma.html#pragma_synchronous).
  client.pragma("synchronous = NORMAL");
  try {
    inTransaction(db, run);
  } finally {
    client.pragma(`synchronous = ${String(strictness)}`);
  }
  if (client.memory) return;
  const log = await open(`${client.name}-wal`, "r+");
  try {
    await log.datasync();
  } finally {
    await log.close();
  }
}
