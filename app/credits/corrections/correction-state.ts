/** T7: what a request for a correction can be. Open is decided once, by the registrar or the person themself. */
export const CORRECTION_STATES = ["open", "accepted", "declined", "withdrawn"] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/** Who says that a credit is wrong: the educator, or attendance that was corrected after posting. */
export const CORRECTION_ORIGINS = ["educator", "attendance"] as const;
export type CorrectionOrigin = (typeof CORRECTION_ORIGINS)[number];

/** Who says it, in words. */
export const CORRECTION_ORIGIN_WORDS: Record<CorrectionOrigin, string> = {
  educator: "The educator",
  attendance: "Attendance",
};

/** States in words. */
export const CORRECTION_STATE_WORDS: Record<CorrectionState, string> = {
  open: "With the registrar",
  accepted: "Corrected",
  declined: "Declined",
  withdrawn: "Withdrawn",
};

/** The tone in which each state is shown. */
export const CORRECTION_STATE_TONES = {
  open: "waiting",
  accepted: "good",
  declined: "ended",
  withdrawn: "ended",
} as const satisfies Record<CorrectionState, string>;
