import { type ChildProcess, spawn } from "node:child_process";
import { eq } from "drizzle-orm";
import { exportRuns } from "#drizzle/schema/staff/exports";
import { isOpenRun } from "~/hr/exports/making/export-order";
import type { Database } from "~/platform/database/database.server";
import { ARENAS, V8_OPTIONS } from "../../scripts/v8-options.mjs";
import { type RunningServer, startServer } from "../e2e/server-process";
import { memoryMb } from "../e2e/server-memory";
import { give, makePerson, organisationId, type TestPerson } from "../support/factories";
import { insertArchivePeople } from "./archive-people";
import { tell } from "./figures";
import { hasBuild, lookIdle, lookWhile, tellBeside } from "./looks";
import { signIn } from "./scale/server";

const BUILT_JOBS = "build/run/jobs.js";
const LOOKS = 200;
const CREDITS = 20;
const AIM_MB = 40;

/**
 * An export of 100,000 rows, asked for by HR of the built server and made by a process of jobs: the most memory that this
 * process held over what it held after a small export, and how long the catalog's page takes meanwhile, against what it takes
 * when nothing else goes on. Needs a build, and Linux for the memory.
 */
export async function run(db: Database, people = 5_000): Promise<void> {
  if (!hasBuild("An export of 100,000 rows", BUILT_JOBS)) return;
  insertArchivePeople(db, people, CREDITS);
  const hr = makePerson(db);
  give(db, hr, "hr", organisationId(db, "Highline"));
  const env = { HOURBOOK_MODE: "test", DATABASE_FILE: db.$client.name, JOBS: "elsewhere" };
  const server = await startServer(env);
  const jobs = startBuiltJobs({ ...env, LOG_LEVEL: "silent", ORIGIN: server.origin });
  try {
    await lookIdle(server.origin, 30);
    const idle = await lookIdle(server.origin, LOOKS);
    // What a first export loads belongs to the worker's start.
    await measure({ db, server, jobs, hr, period: { from: "2025-09-08", to: "2025-09-08" }, format: "csv" });
    for (const format of ["csv", "xlsx"] as const) {
      const found = await measure({ db, server, jobs, hr, period: {}, format });
      const rows = people * CREDITS;
      tell(
        {
          name: `memory over idle while ${rows} rows are exported as ${format}`,
          ...{ value: found.mostMb - found.idleMb, unit: "MB", better: "less", aim: AIM_MB },
        },
        `${found.idleMb} MB idle, at most ${found.mostMb} MB; ${found.rows} rows in ${found.seconds.toFixed(1)} s`,
      );
      tellBeside(`catalog while that ${format} is made`, idle, found.looks);
    }
  } finally {
    jobs.kill("SIGTERM");
    await server.stop();
  }
}

/** The jobs as `npm run start` runs them, but in a process of their own. */
function startBuiltJobs(env: Record<string, string>): ChildProcess {
  const { PATH, HOME } = process.env;
  return spawn(process.execPath, [...V8_OPTIONS, BUILT_JOBS], {
    env: { PATH, HOME, MALLOC_ARENA_MAX: ARENAS, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

interface Measured {
  db: Database;
  server: RunningServer;
  jobs: ChildProcess;
  hr: TestPerson;
  period: { from?: string; to?: string };
  format: "csv" | "xlsx";
}

async function measure({ db, server, jobs, hr, period, format }: Measured) {
  const idleMb = memoryMb(jobs.pid!, "VmRSS");
  const headers = { Cookie: await signIn(db, hr.accountId), Origin: server.origin };
  const order = { organisationId: organisationId(db, "Highline"), onlyNew: "false", format, ...period };
  const body = new URLSearchParams(order);
  const start = performance.now();
  const answer = await fetch(`${server.origin}/hr/exports/new`, { method: "POST", headers, body, redirect: "manual" });
  const runId = answer.headers.get("Location")?.split("/").at(-1) ?? "";
  const runOf = () => db.select().from(exportRuns).where(eq(exportRuns.id, runId)).get()!;
  let mostMb = idleMb;
  const looks = await lookWhile(server.origin, () => {
    mostMb = Math.max(mostMb, memoryMb(jobs.pid!, "VmRSS"));
    return isOpenRun(runOf().state);
  });
  const { state, rows, answer: words } = runOf();
  if (state !== "done") throw new Error(`The export ended as ${state}: ${words}`);
  return { idleMb, mostMb, rows, looks, seconds: (performance.now() - start) / 1_000 };
}
