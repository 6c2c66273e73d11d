import type { PublicParameters } from "~/documents/issuing/document-parameters";
import type { TranscriptTotals } from "~/documents/issuing/transcript-parameters";

/** D5: whether a document stands, with the dates (`YYYY-MM-DD`) and reasons that the public may know. */
export type Standing =
  | { state: "current"; correctedLines: number }
  | { state: "superseded"; successorIssuedOn: string }
  | { state: "revoked"; on: string; reason: string };

/** What the public page of a code shows: what the paper says, less a private contact, and whether it stands. */
export interface Verification {
  parameters: PublicParameters;
  totals: TranscriptTotals;
  /** SHA-256 of the file, hex; null where the file holds a private contact. */
  fileHash: string | null;
  standing: Standing;
}
