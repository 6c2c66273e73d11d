import type { Context } from "~/platform/context";
import { now } from "~/platform/time/clock.server";
import { listIdleRuns } from "./export-run.server";
import { makeExport } from "./make-export.server";

/**
 * Makes the exports that were asked for, one after another.
 * @param signal aborted when the process is to stop: what is under way is begun anew by whoever comes next
 * @returns how many came to their end
 */
export async function goOnWithExports(ctx: Context, signal?: AbortSignal): Promise<number> {
  let ended = 0;
  for (const id of listIdleRuns(ctx.db)) {
    if (signal?.aborted) break;
    if (await makeExport({ ...ctx, now: now() }, id, signal)) ended += 1;
  }
  return ended;
}
