import { availableParallelism } from "node:os";
import path from "node:path";
import { Piscina } from "piscina";
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
  pool ??= new Piscina<DrawingJob, Uint8Array>({
    filename: path.resolve("app/documents/drawing/drawing-worker.server.ts"),
    execArgv: ["--import", "tsx"],
    minThreads: 0,
    maxThreads: DRAWING_THREADS,
    idleTimeout: IDLE_MS,
    niceIncrement: 10,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 8 },
  });
  return pool.run(job);
}
