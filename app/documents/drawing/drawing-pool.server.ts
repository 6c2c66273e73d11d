import { SPARE_THREADS, type SpareThreads, startThreads } from "~/platform/spare-threads.server";
import type { DrawingJob } from "./drawing-job";

/** What a thread may keep: fonts, words that were measured, the document in hand. */
const HEAP_MB = 96;

const threads: SpareThreads<DrawingJob, Uint8Array> = startThreads("app/documents/drawing/drawing-worker.server.ts", {
  most: SPARE_THREADS,
  heapMb: HEAP_MB,
});

/** Makes the file of a document on a thread of its own: for whenever more than one is made at once. */
export function drawOnThread(job: DrawingJob): Promise<Uint8Array> {
  return threads.run(job);
}
