import { Status, type Tone } from "~/ui/Status";
import { MICROCREDENTIAL_STATE_LABELS, type MicrocredentialState } from "./definition";

const TONES: Record<MicrocredentialState, Tone> = { draft: "neutral", published: "good", retired: "ended" };

/** How far a micro-credential is, as everywhere. */
export function MicrocredentialStatus({ state }: { state: MicrocredentialState }) {
  return <Status tone={TONES[state]}>{MICROCREDENTIAL_STATE_LABELS[state]}</Status>;
}
