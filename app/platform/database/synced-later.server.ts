import { closeSync, fdatasync, openSync } from "node:fs";
import { promisify } from "node:util";
import type { Database } from "./database.server";

const sync = promisify(fdatasync);

/** Transactions whose wait for the disk holds up nobody else on their thread. */
export interface SyncedLater {
  /**
   * Runs one. What it wrote is seen by all at once; the promise resolves when it would also survive a power cut. Between the two a
   * cut takes back the whole transaction, as if it had come a moment earlier: only for what waits for the promise before it goes on.
   * @throws what the transaction throws, and then nothing is written; or what the disk does, and then it is written, and may
   * not survive a power cut
   */
  run: (work: () => void) => Promise<void>;
  /** To be called once all of them have resolved. */
  close: () => void;
}

/** Transactions of that kind on a database, whose log of changes stays open for them until they are closed. */
export function syncedLater(db: Database): SyncedLater {
  const { $client: client } = db;
  const strictness = String(client.pragma("synchronous", { simple: true }));
  // Made once: they are short, and many.
  const transact = client.transaction((work: () => void) => work());
  let log: number | null = null;
  return {
    run: async (work) => {
      // The commit then writes to the log and does not wait; checkpoints wait as ever (sqlite.org/pragma.html#pragma_synchronous).
      client.exec("pragma synchronous = normal");
      try {
        transact.immediate(work);
      } finally {
        client.exec(`pragma synchronous = ${strictness}`);
      }
      if (client.memory) return;
      log ??= openSync(`${client.name}-wal`, "r+");
      await sync(log);
    },
    close: () => {
      if (log !== null) closeSync(log);
      log = null;
    },
  };
}
