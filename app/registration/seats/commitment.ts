/** What somebody takes on with a seat. */
export interface Commitment {
  priceCents: number;
  /** Until when they could leave by themselves, epoch milliseconds (R4). */
  withdrawBy: number;
}

/** Whether a seat costs, or could not be left by oneself any more: then people see both before they take it. */
export function isBinding({ priceCents, withdrawBy }: Commitment, now: number): boolean {
  return priceCents > 0 || withdrawBy <= now;
}
