import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { programOf } from "~/platform/programs.server";

/** Threads for what is made many times over: one core is left to the pages. */
export const SPARE_THREADS = Math.max(1, availableParallelism() - 1);

const IDLE_MS = 30_000;
/** So much less than pages a thread has of the processor, where both want it: Linux keeps it for each thread. */
const NICE = 10;
/** Megabytes. Two of these for what is new, and one for what outlives it. */
const YOUNG_MB = 8;

interface ThreadLimits {
  /** How many at most. */
  most: number;
  /** What each may keep, megabytes. */
  heapMb: number;
}

/**
 * Threads of their own for a module's work, which comes behind whatever the pages need. They start with the first piece of work and
 * end when there is none.
 * @param source the module's path from the repository's root; `vite.server.config.ts` lists it
 */
export function startThreads<Job, Result>(source: string, { most, heapMb }: ThreadLimits): Piscina<Job, Result> {
  const { file, execArgv } = programOf(source);
  return new Piscina<Job, Result>({
    filename: file,
    execArgv,
    minThreads: 0,
    maxThreads: most,
    idleTimeout: IDLE_MS,
    niceIncrement: NICE,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
}
