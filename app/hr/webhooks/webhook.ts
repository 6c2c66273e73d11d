const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What becomes of one message to an endpoint. */
export const DELIVERY_STATES = ["waiting", "delivered", "failed"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const DELIVERY_STATE_WORDS: Record<DeliveryState, string> = {
  waiting: "Waiting",
  delivered: "Delivered",
  failed: "Given up",
};

export const DELIVERY_STATE_TONES = {
  waiting: "waiting",
  delivered: "good",
  failed: "attention",
} as const satisfies Record<DeliveryState, string>;

/** Who switched an endpoint off. */
export const OFF_REASONS = ["by-hand", "failing"] as const;
export type OffReason = (typeof OFF_REASONS)[number];

/** So many endpoints one organization has at most. */
export const MOST_ENDPOINTS = 5;

/** How long a message waits after each failed attempt, minutes: a little over five days in all. */
const WAITS = [1, 5, 30, 120, 300, 600, 840, 1_200, 1_440, 1_440, 1_440];

/**
 * When a message that could not be delivered is tried again, epoch milliseconds; null when it is given up.
 * @param attempts how often it was tried, this time included
 */
export function nextAttemptAt(attempts: number, now: number): number | null {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? null : now + wait * MINUTE;
}

/** An endpoint that has taken nothing for so long is switched off. */
export const FAILING_DAYS = 5;

/** Whether an endpoint that fails since an instant is switched off now. */
export const isToSwitchOff = (failingSince: number, now: number): boolean => now - failingSince >= FAILING_DAYS * DAY;

/** How long the log of messages is kept, milliseconds. */
export const LOG_KEPT_MS = 400 * DAY;
