import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { logger } from "~/platform/logging/logger.server";
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

/** Threads of their own for a module's work. */
export interface SpareThreads<Job, Result> {
  /**
   * Does a piece of work, by the module's own function unless another of its functions is named.
   * @throws what that throws, or an error when no thread could do it
   */
  run: (job: Job, task?: { name: string }) => Promise<Result>;
  destroy: () => Promise<void>;
}

/**
 * Threads of their own for a module's work, which comes behind whatever the pages need. They start with the first piece of work and
 * end when there is none.
 * @param source the module's path from the repository's root; `vite.server.config.ts` lists it
 */
export function startThreads<Job, Result>(source: string, { most, heapMb }: ThreadLimits): SpareThreads<Job, Result> {
  let pool: Piscina<Job, Result> | undefined;
  const start = () => {
    const { file, execArgv } = programOf(source);
    const started = new Piscina<Job, Result>({
      filename: file,
      execArgv,
      minThreads: 0,
      maxThreads: most,
      idleTimeout: IDLE_MS,
      niceIncrement: NICE,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    // Where a thread cannot start, as when a new version is built under a running one, the pool lets wait what waits for it,
    // maybe for ever. That fails instead, and what comes next has a pool of its own.
    started.on("error", (error: unknown) => {
      logger.error({ err: error, source }, "A spare thread failed");
      if (pool === started) pool = undefined;
      void started.destroy();
    });
    return started;
  };
  return {
    run: (job, task) => (pool ??= start()).run(job, task),
    destroy: async () => pool?.destroy(),
  };
}
