import { Status, type Tone } from "~/ui/Status";
import { INQUIRY_STATE_WORDS, type InquiryState } from "./inquiry";

const TONES: Record<InquiryState, Tone> = { open: "waiting", answered: "good", "taken-back": "neutral" };

/** Where an inquiry stands. */
export function InquiryStatus({ state }: { state: InquiryState }) {
  return <Status tone={TONES[state]}>{INQUIRY_STATE_WORDS[state]}</Status>;
}
