import { fork } from "node:child_process";
import path from "node:path";
import type SqliteDatabase from "better-sqlite3";
import { bareEnvironment } from "~/platform/env.server";
import { programOf } from "~/platform/programs.server";
import type { Database } from "./database.server";

/** Rows of an index that are looked at: enough to choose between plans, and a tenth of a second on the largest file. */
const ANALYSIS_LIMIT = 1_000;

/**
 * Lets the database count what its tables hold, without which it chooses plans by luck. Tables that have not changed much
 * since are left alone.
 * @param which all tables, or those that this connection has asked
 */
export function keepStatistics(client: SqliteDatabase.Database, which: "all" | "asked"): void {
  client.pragma(`analysis_limit = ${ANALYSIS_LIMIT}`);
  client.pragma(which === "all" ? "optimize(0x10002)" : "optimize");
}

/**
 * Reads the whole file of an open database on a connection and in a process of their own, at the lowest priority: minutes
 * for a large one.
 * @param signal ends it early: then nothing is known
 * @throws Error that says what is damaged, or that the file could not be read
 */
export function checkWholeFile(db: Database, signal?: AbortSignal): Promise<void> {
  // What lies in memory alone has no file.
  if (db.$client.memory) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const { file, execArgv } = programOf("app/platform/database/check-process.ts");
    const child = fork(file, [path.resolve(db.$client.name)], {
      execArgv,
      env: bareEnvironment,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      signal,
    });
    let faults: string[] | null = null;
    child.on("message", (message: string[]) => (faults = message));
    child.once("error", reject);
    child.once("exit", () => {
      if (faults === null) reject(new Error("The database file could not be read to its end."));
      else if (faults.length > 0) reject(new Error(`The database file is damaged: ${faults.join("; ")}`));
      else resolve();
    });
  });
}
