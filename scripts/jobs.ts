import { parentPort } from "node:worker_threads";
import { runDueJobs } from "~/jobs.server";
import { getDatabase } from "~/platform/database.server";
import { logger } from "~/platform/logger.server";

// The job loop: a worker thread of the server, or a process of its own (`npm run jobs`). Any number may run at once.

const PAUSE_MS = 2_000;
let stopping = false;
let wake = () => {};

function stop(): void {
  stopping = true;
  wake();
}
parentPort?.on("message", stop);
if (!parentPort) {
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

while (!stopping) {
  try {
    await runDueJobs(getDatabase());
  } catch (error) {
    logger.error({ err: error }, "The job loop met an error and goes on");
  }
  if (!stopping) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PAUSE_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
getDatabase().$client.close();
parentPort?.close();
