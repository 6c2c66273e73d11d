import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inject } from "vitest";
import { writeClock } from "./clock";
import { type Database, openDatabase } from "~/platform/database/database.server";

/** A database file and a clock that processes share. */
export interface JobPlace {
  db: Database;
  env: Record<string, string>;
  setClock(instant: number): void;
  remove(): void;
}

/** A folder of its own with a database that holds the reference data. */
export function makeJobPlace(smtpUrl: string, now: number): JobPlace {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-jobs-"));
  const file = path.join(folder, "hourbook.sqlite");
  const clock = path.join(folder, "clock");
  const setClock = (instant: number) => writeClock(clock, instant);
  writeFileSync(file, readFileSync(inject("templateFile")));
  setClock(now);
  const db = openDatabase(file);
  const remove = () => {
    db.$client.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const env = {
    HOURBOOK_MODE: "test",
    NODE_ENV: "test",
    LOG_LEVEL: "silent",
    ORIGIN: "http://hourbook.test",
    DATABASE_FILE: file,
    TEST_CLOCK_FILE: clock,
    SMTP_URL: smtpUrl,
  };
  return { db, env, setClock, remove };
}

/** `npm run jobs` as a process of its own. */
export function startJobs({ env }: JobPlace): ChildProcess & { ended: Promise<number | NodeJS.Signals | null> } {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/jobs.ts"], {
    env: { PATH, HOME, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once("exit", (code, signal) => resolve(signal ?? code)),
  );
  return Object.assign(child, { ended });
}

/** Looks every 50 ms until something holds. */
export async function until(holds: () => boolean, what: string, timeoutMs = 25_000): Promise<void> {
  for (let waited = 0; waited < timeoutMs; waited += 50) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It did not happen in time: ${what}`);
}
