import { Status } from "~/ui/Status";
import type { DocumentState } from "./document-state";

/** D5: whether a document stands, the same everywhere. */
export function DocumentStatus({ state }: { state: DocumentState }) {
  if (state === "current") return <Status tone="good">Current</Status>;
  if (state === "superseded") return <Status tone="ended">Superseded</Status>;
  return <Status tone="attention">Revoked</Status>;
}
