import { Status } from "~/ui/Status";
import { DOCUMENT_STATE_WORDS, type DocumentState } from "./document-state";

const TONES = { current: "good", superseded: "ended", revoked: "attention" } as const;

/** D5: whether a document stands, the same everywhere. */
export function DocumentStatus({ state }: { state: DocumentState }) {
  return <Status tone={TONES[state]}>{DOCUMENT_STATE_WORDS[state]}</Status>;
}
