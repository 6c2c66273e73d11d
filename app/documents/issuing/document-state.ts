import type { DocumentKind } from "./document-kind";

/** D5: whether an issued document stands. */
export const DOCUMENT_STATES = ["current", "superseded", "revoked"] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** States in words. */
export const DOCUMENT_STATE_WORDS: Record<DocumentState, string> = {
  current: "Current",
  superseded: "Superseded",
  revoked: "Revoked",
};

/** A document as lists show it. Minutes are whole. */
export interface DocumentSummary {
  id: string;
  kind: DocumentKind;
  code: string;
  issuedAt: number;
  /** What it holds, in a few words: a period, or a course. */
  holds: string;
  lines: number;
  minutes: number;
  state: DocumentState;
}

/** D5: whether a document still stands. */
export function stateOf(row: { revokedAt: number | null; supersededById: string | null }): DocumentState {
  if (row.revokedAt !== null) return "revoked";
  return row.supersededById === null ? "current" : "superseded";
}
