import type { DocumentRefusal } from "~/documents/issuing/refusal";
import type { ArchivedFile, TranscriptMaker } from "~/hr/archives/archive-wish";
import type { Outcome } from "~/platform/outcome";
import { SPARE_THREADS, type SpareThreads, startThreads } from "~/platform/spare-threads.server";
import type { IssuingJob } from "./issuing-job";

/** What a thread may keep: the ledger's code, fonts, words that were measured, and a transcript of a hundred and fifty pages. */
const HEAP_MB = 128;

const threads: SpareThreads<IssuingJob, Outcome<ArchivedFile, DocumentRefusal>> = startThreads(
  "app/desks/issuing/issuing-worker.server.ts",
  { most: SPARE_THREADS, heapMb: HEAP_MB },
);

/**
 * Issues a transcript on a thread of its own, with what stands on every one of them beside the credits. All of it: what the ledger is
 * asked, and what is stored and waits for the disk, takes as much of the pages' thread as it is given.
 */
export const issueOnThread: TranscriptMaker = ({ db, now, actor, address, requestId }, wish) => {
  return threads.run({ file: db.$client.name, caller: { now, actor, address, requestId }, wish });
};
