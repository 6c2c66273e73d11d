import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { programOf } from "~/platform/programs.server";
import type { DrawingJob } from "./drawing-job";

/** Threads that draw: one core is left to the pages. */
export const DRAWING_THREADS = Math.max(1, availableParallelism() - 1);

const IDLE_MS = 30_000;
/** What a thread may keep: fonts, words that were measured, the document in hand. */
const HEAP_MB = 96;

let pool: Piscina<DrawingJob, Uint8Array> | undefined;

/**
 * Makes the file of a document on a thread of its own, behind whatever the pages need: for whenever more than one is
 * made at once. Threads start with the first job and end when there is none.
 */
export function drawOnThread(job: DrawingJob): Promise<Uint8Array> {
  const { file, execArgv } = programOf("app/documents/drawing/drawing-worker.server.ts");
  pool ??= new Piscina<DrawingJob, Uint8Array>({
    filename: file,
    execArgv,
    minThreads: 0,
    maxThreads: DRAWING_THREADS,
    idleTimeout: IDLE_MS,
    niceIncrement: 10,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 8 },
  });
  return pool.run(job);
}
