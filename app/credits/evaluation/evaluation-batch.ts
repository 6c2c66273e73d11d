/** T6: how many answers come to light at once, at least. */
export const BATCH_SIZE = 5;

/** Whether the answers that wait are released together now: all of them, once there are five. */
export function completesBatch(waiting: number): boolean {
  return waiting >= BATCH_SIZE;
}
