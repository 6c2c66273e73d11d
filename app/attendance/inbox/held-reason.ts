/** Why a mark from a device waits for somebody's word before it counts. */
export const HELD_REASONS = [
  "left-roster",
  "other-offering",
  "no-seat",
  "session-moved",
  "session-gone",
  "cancelled",
  "after-confirmation",
  "removed-device",
  "right-ended",
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** What became of a mark that waited. */
export const SETTLEMENTS = ["counted", "left-out"] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** Each reason in words, for whoever decides. */
export const HELD_WORDS: Record<HeldReason, string> = {
  "left-roster": "They withdrew or moved while the device had no network.",
  "other-offering": "Their check-in pass is for another offering.",
  "no-seat": "Every seat is taken, so nobody could be added to the roster.",
  "session-moved": "The session was moved, and this moment lies outside it now.",
  "session-gone": "The session was taken out of the offering.",
  cancelled: "The offering was cancelled.",
  "after-confirmation": "Attendance was confirmed before this mark arrived.",
  "removed-device": "The device was taken off, or never kept this roster.",
  "right-ended": "Whoever recorded it may no longer take this attendance.",
};

/** What each reason is called on the device that sent the mark. */
export const HELD_SHORT: Record<HeldReason, string> = {
  "left-roster": "not on the roster any more",
  "other-offering": "the pass is for another offering",
  "no-seat": "no seat is free",
  "session-moved": "the session was moved",
  "session-gone": "the session is gone",
  cancelled: "the offering was cancelled",
  "after-confirmation": "attendance was confirmed already",
  "removed-device": "this device was taken off",
  "right-ended": "you may no longer take this attendance",
};
