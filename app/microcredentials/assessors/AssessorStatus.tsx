import { Status } from "~/ui/Status";
import { ASSESSOR_STATE_LABELS, ASSESSOR_STATE_TONES, type AssessorState } from "./assessor-state";

/** How far an assessor is, as everywhere. */
export function AssessorStatus({ state }: { state: AssessorState }) {
  return <Status tone={ASSESSOR_STATE_TONES[state]}>{ASSESSOR_STATE_LABELS[state]}</Status>;
}
