import type { Tone } from "~/ui/Status";
import type { SubmittedState } from "./submitted-hours";

/** Each state in words, and as how it is shown. */
export const SUBMITTED_STATE_WORDS: Record<SubmittedState, { words: string; tone: Tone }> = {
  sent: { words: "Waits for HR", tone: "waiting" },
  accepted: { words: "Accepted", tone: "good" },
  returned: { words: "Returned", tone: "attention" },
  "taken-back": { words: "No longer accepted", tone: "attention" },
  withdrawn: { words: "Withdrawn", tone: "neutral" },
};
