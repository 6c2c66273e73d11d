import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { eq } from "drizzle-orm";
import { exportRuns } from "#drizzle/schema/staff/exports";
import { isOpenRun } from "~/hr/exports/making/export-order";
import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import type { Database } from "~/platform/database/database.server";
import { type RunningServer, startServer } from "../e2e/server-process";
import { memoryMb } from "../e2e/server-memory";
import { give, makePerson, organisationId, type TestPerson } from "../support/factories";
import { BUILT_SERVER } from "../../scripts/build.mjs";
import { insertArchivePeople } from "./archive-people";
import { tell } from "./figures";

const BUILT_JOBS = "build/run/jobs.js";
const CREDITS = 20;
const AIMS = { moreMb: 40, slower: 2 };
const LOOKS = 200;

/**
 * An export of 100,000 rows, asked for by HR of the built server and made by a process of jobs: the most memory that this
 * process held over what it held after a small export, and how long the catalog's page takes meanwhile, against what it takes
 * when nothing else goes on. Needs a build, and Linux for the memory.
 */
export async function run(db: Database, people = 5_000): Promise<void> {
  if (![BUILT_SERVER, BUILT_JOBS].every((file) => existsSync(file))) {
    console.log("An export of 100,000 rows: left out, since there is no build (npm run build).");
    return;
  }
  insertArchivePeople(db, people, CREDITS);
  const hr = makePerson(db);
  give(db, hr, "hr", organisationId(db, "Highline"));
  const env = { HOURBOOK_MODE: "test", DATABASE_FILE: db.$client.name, JOBS: "elsewhere" };
  const server = await startServer(env);
  const jobs = startBuiltJobs({ ...env, LOG_LEVEL: "silent", ORIGIN: server.origin });
  try {
    await look(server, 30);
    const idle = await look(server, LOOKS);
    // What a first export loads belongs to the worker's start.
    await measure({ db, server, jobs, hr, period: { from: "2025-09-08", to: "2025-09-08" }, format: "csv" });
    for (const format of ["csv", "xlsx"] as const) {
      const found = await measure({ db, server, jobs, hr, period: {}, format });
      const rows = people * CREDITS;
      tell(
        {
          name: `memory over idle while ${rows} rows are exported as ${format}`,
          ...{ value: found.mostMb - found.idleMb, unit: "MB", better: "less", aim: AIMS.moreMb },
        },
        `${found.idleMb} MB idle, at most ${found.mostMb} MB; ${found.rows} rows in ${found.seconds.toFixed(1)} s`,
      );
      const [idleMs, busyMs] = [quantile(idle, 0.95), quantile(found.looks, 0.95)];
      tell(
        { name: `catalog while that ${format} is made`, value: busyMs / idleMs, better: "less", aim: AIMS.slower },
        `p95 over idle: ${idleMs.toFixed(1)} ms idle, ${busyMs.toFixed(1)} ms in ${found.looks.length} looks`,
      );
    }
  } finally {
    jobs.kill("SIGTERM");
    await server.stop();
  }
}

/** The jobs as `npm run start` runs them, but in a process of their own. */
function startBuiltJobs(env: Record<string, string>): ChildProcess {
  const { PATH, HOME } = process.env;
  const memory = ["--max-semi-space-size=8", "--heap-growing-percent=50"];
  return spawn(process.execPath, [...memory, BUILT_JOBS], {
    env: { PATH, HOME, MALLOC_ARENA_MAX: "2", ...env } as unknown as NodeJS.ProcessEnv,
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
  const headers = { Cookie: (await startSignInSession(db, hr.accountId)).split(";")[0]!, Origin: server.origin };
  const order = { organisationId: organisationId(db, "Highline"), onlyNew: "false", format, ...period };
  const body = new URLSearchParams(order);
  const start = performance.now();
  const answer = await fetch(`${server.origin}/hr/exports/new`, { method: "POST", headers, body, redirect: "manual" });
  const runId = answer.headers.get("Location")?.split("/").at(-1) ?? "";
  const runOf = () => db.select().from(exportRuns).where(eq(exportRuns.id, runId)).get()!;
  const looks: number[] = [];
  let mostMb = idleMb;
  while (isOpenRun(runOf().state)) {
    looks.push(...(await look(server, 1)));
    mostMb = Math.max(mostMb, memoryMb(jobs.pid!, "VmRSS"));
  }
  const { state, rows, answer: words } = runOf();
  if (state !== "done") throw new Error(`The export ended as ${state}: ${words}`);
  return { idleMb, mostMb, rows, looks, seconds: (performance.now() - start) / 1_000 };
}

/** How long the catalog's page takes, that often, with a pause as between people. */
async function look({ origin }: RunningServer, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let left = times; left > 0; left -= 1) {
    const start = performance.now();
    await (await fetch(`${origin}/catalog`)).text();
    taken.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return taken;
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
