import { type SpareThreads, startThreads } from "~/platform/spare-threads.server";
import type { BindingJob, BoundPart } from "./bound-part";

/** What the thread may keep: every part and the bound file at once. */
const HEAP_MB = 512;

/** One thread: two bound files at once would take the memory twice. */
const thread: SpareThreads<BindingJob | readonly BoundPart[], unknown> = startThreads(
  "app/documents/binding/binding-worker.server.ts",
  { most: 1, heapMb: HEAP_MB },
);

/** `bind` on a thread of its own, behind whatever the pages need. */
export const bindOnThread = (job: BindingJob): Promise<Uint8Array> => thread.run(job) as Promise<Uint8Array>;

/** `countPages` on the same thread. */
export const countOnThread = (parts: readonly BoundPart[]): Promise<number[]> =>
  thread.run(parts, { name: "count" }) as Promise<number[]>;
