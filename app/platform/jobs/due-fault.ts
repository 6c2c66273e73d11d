const MINUTE = 60_000;

/** How long a row that could not be processed waits, by its tries so far; after the last one it is given up. */
const WAITS = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE);

/**
 * When a row that failed is tried again, epoch milliseconds; null when it is given up and a person must look.
 * @param tries how often it was tried, this time included
 */
export function nextTryAt(tries: number, now: number): number | null {
  const wait = WAITS[tries - 1];
  return wait === undefined ? null : now + wait;
}

/** A row that could not be processed, as administrators see it. */
export interface DueFault {
  kind: string;
  rowId: string;
  tries: number;
  lastError: string;
  lastTriedAt: number;
  nextTryAt: number | null;
}
