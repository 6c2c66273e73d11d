import { setImmediate } from "node:timers/promises";

/** So long one request works on end, in milliseconds, before others have their turn. */
const SLICE_MS = 10;

/** Works something out for each of many; other requests have their turns in between, so that a row may have changed meanwhile. */
export async function inTurns<Item, Result>(items: readonly Item[], work: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  let began = performance.now();
  for (const item of items) {
    if (performance.now() - began >= SLICE_MS) {
      await setImmediate();
      began = performance.now();
    }
    results.push(work(item));
  }
  return results;
}
