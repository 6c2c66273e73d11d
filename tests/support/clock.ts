import { renameSync, writeFileSync } from "node:fs";
import { toInstant } from "~/platform/time/time-zone";

export const ZONE = "America/Los_Angeles";

/** When tests happen unless they say otherwise: Monday, 5 October 2026, 9:00 in Renton. */
export const TEST_NOW = toInstant("2026-10-05T09:00", ZONE);

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An instant from a wall time such as `2027-03-09T08:00` in the region's zone. */
export const at = (wallTime: string): number => toInstant(wallTime, ZONE);

/** Loaders and actions, which read the clock themselves, run at this instant from now on; until the end of the test. */
export const setClock = (instant: number): void => writeClock(process.env.TEST_CLOCK_FILE!, instant);

/** Sets a clock that processes share, at once: one that looked while the file is written would find no time in it. */
export function writeClock(file: string, instant: number): void {
  writeFileSync(`${file}.next`, String(instant));
  renameSync(`${file}.next`, file);
}
