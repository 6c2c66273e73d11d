import { setTimeout } from "node:timers/promises";

/** Rests as long as was worked, at least; four times as long while pages keep their thread busy. */
const SHARES = { idle: 0.5, busy: 4 };
const LONGEST_MS = 1_000;

let load: Int32Array | null = null;
let rests = false;
const nobody = new Int32Array(new SharedArrayBuffer(4));

/**
 * Says that this thread carries out jobs beside others, so that it rests between parts of its work.
 * @param pages how busy the thread of the pages is, in thousandths, where that is known
 */
export function restBetweenParts(pages: SharedArrayBuffer | null): void {
  rests = true;
  load = pages && new Int32Array(pages);
}

/** How long to rest after so much work, milliseconds; more, the busier pages are. */
export function restAfter(workedMs: number, busy: number): number {
  return Math.min(LONGEST_MS, Math.max(1, workedMs * (SHARES.idle + (SHARES.busy - SHARES.idle) * busy)));
}

const busyNow = (): number => (load ? Atomics.load(load, 0) / 1_000 : 0.5);

/**
 * Lets whoever waits for the database in, and pages have the machine, after a transaction of a job that has many. Does
 * nothing where pages themselves, or tests, do the work.
 */
export function rest(workedMs: number): void {
  if (rests) Atomics.wait(nobody, 0, 0, restAfter(workedMs, busyNow()));
}

/** The same for work that lets everything else of its thread go on meanwhile. */
export async function restLater(workedMs: number): Promise<void> {
  await setTimeout(rests ? restAfter(workedMs, busyNow()) : 0);
}
