import { setMaxListeners } from "node:events";
import { setTimeout } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { JOBS } from "~/desks/jobs/jobs.server";
import { getDatabase } from "~/platform/database/database.server";
import { type Job, runIfDue } from "~/platform/jobs/job-schedule.server";
import { isFirst, type JobThread } from "~/platform/jobs/job-thread";
import { restBetweenParts } from "~/platform/jobs/pace.server";
import { logger } from "~/platform/logging/logger.server";

// The job loop: a worker thread of the server, or a process of its own (`npm run jobs`). Any number may run at once.

const PAUSE_MS = 2_000;
const stopping = new AbortController();
const { signal } = stopping;
// One listener for each job's pause.
setMaxListeners(JOBS.length * 2, signal);

const stop = () => stopping.abort();
parentPort?.on("message", stop);
if (!parentPort) {
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

const thread = workerData as JobThread | null;
restBetweenParts(thread?.busy ?? null);

const pause = () => setTimeout(PAUSE_MS, undefined, { signal }).catch(() => {});

/** A loop for each job, so that a mail server that takes its time never holds up an offer that lapses. */
async function repeat(job: Job): Promise<void> {
  while (!signal.aborted) {
    try {
      await runIfDue(getDatabase(), job, signal);
    } catch (error) {
      logger.error({ err: error, job: job.name }, "The job loop met an error and goes on");
    }
    await pause();
  }
}

if (!thread || isFirst(thread.begun)) await Promise.all(JOBS.map(repeat));
getDatabase().$client.close();
parentPort?.close();
// Connections to the mail server would keep the process alive for minutes.
if (!parentPort) process.exit(0);
