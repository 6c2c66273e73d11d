import { closeSync, fdatasync, openSync } from "node:fs";
import { promisify } from "node:util";
import { type Database, inTransaction, type Transaction } from "./database.server";

const sync = promisify(fdatasync);

/** Transactions whose wait for the disk holds up nobody else on their thread. */
export interface SyncedLater {
  /**
   * Runs one. What it wrote is seen by all at once; the promise resolves when it would also survive a power cut. Between the two a
   * cut takes back the whole transaction, as if it had come a moment earlier: only for what waits for the promise before it goes on.
   * Where the disk fails, the promise is rejected: it is written, and may not survive a power cut.
   * @throws at once what the transaction throws, and then nothing is written
   */
  run: (work: (tx: Transaction) => void) => Promise<void>;
  /** To be called once all of them have resolved. */
  close: () => void;
}

/** Transactions of that kind on a database, whose log of changes stays open for them until they are closed. */
export function syncedLater(db: Database): SyncedLater {
  const { $client: client } = db;
  const strictness = String(client.pragma("synchronous", { simple: true }));
  let log: number | null = null;
  const wait = async () => {
    if (client.memory) return;
    log ??= openSync(`${client.name}-wal`, "r+");
    await sync(log);
  };
  return {
    run: (work) => {
      // The commit then writes to the log and does not wait; checkpoints wait as ever (sqlite.org/pragma.html#pragma_synchronous).
      client.exec("pragma synchronous = normal");
      try {
        inTransaction(db, work);
      } finally {
        client.exec(`pragma synchronous = ${strictness}`);
      }
      return wait();
    },
    close: () => {
      if (log !== null) closeSync(log);
      log = null;
    },
  };
}
