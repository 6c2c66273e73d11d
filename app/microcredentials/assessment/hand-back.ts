/** Why an assessor gives a submission back to the queue. */
export const HAND_BACK_REASONS = ["knows-author", "conflict", "no-time", "other"] as const;
export type HandBackReason = (typeof HAND_BACK_REASONS)[number];

/** Each reason as the assessor says it. */
export const HAND_BACK_LABELS: Record<HandBackReason, string> = {
  "knows-author": "I know the author",
  conflict: "I have another conflict of interest",
  "no-time": "I have no time for it now",
  other: "Something else",
};

/** Whether the reason lasts: whoever knows the author, or has another conflict, never gets the portfolio again (M1). */
export const isLasting = (reason: HandBackReason): boolean => reason === "knows-author" || reason === "conflict";

/** A reason with the words that were added to it. */
export const wordsOfHandBack = (reason: HandBackReason, words: string): string =>
  words === "" ? HAND_BACK_LABELS[reason] : `${HAND_BACK_LABELS[reason]}: ${words}`;
