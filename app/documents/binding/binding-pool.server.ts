import { Piscina } from "piscina";
import { programOf } from "~/platform/programs.server";
import type { BindingJob, BoundPart } from "./bound-part";

const IDLE_MS = 30_000;
/** What the thread may keep: every part and the bound file at once. */
const HEAP_MB = 512;

let pool: Piscina | undefined;

/** One thread: two bound files at once would take the memory twice. It starts with the first job and ends when there is none. */
function threads(): Piscina {
  const { file, execArgv } = programOf("app/documents/binding/binding-worker.server.ts");
  pool ??= new Piscina({
    filename: file,
    execArgv,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    niceIncrement: 10,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  return pool;
}

/** `bind` on a thread of its own, behind whatever the pages need. */
export const bindOnThread = (job: BindingJob): Promise<Uint8Array> => threads().run(job) as Promise<Uint8Array>;

/** `countPages` on the same thread. */
export const countOnThread = (parts: readonly BoundPart[]): Promise<number[]> =>
  threads().run(parts, { name: "count" }) as Promise<number[]>;
