import type { DocumentKind } from "./document-kind";

/** D5: whether an issued document stands. */
export type DocumentState = "current" | "superseded" | "revoked";

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
