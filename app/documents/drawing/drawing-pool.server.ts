import type { Piscina } from "piscina";
import { SPARE_THREADS, startThreads } from "~/platform/spare-threads.server";
import type { DrawingJob } from "./drawing-job";

/** What a thread may keep: fonts, words that were measured, the document in hand. */
const HEAP_MB = 96;

let pool: Piscina<DrawingJob, Uint8Array> | undefined;

/** Makes the file of a document on a thread of its own: for whenever more than one is made at once. */
export function drawOnThread(job: DrawingJob): Promise<Uint8Array> {
  pool ??= startThreads("app/documents/drawing/drawing-worker.server.ts", { most: SPARE_THREADS, heapMb: HEAP_MB });
  return pool.run(job);
}
