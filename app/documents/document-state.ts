/** D5: whether an issued document stands. */
export type DocumentState = "current" | "superseded" | "revoked";

/** A document as lists show it. Minutes are whole. */
export interface DocumentSummary {
  id: string;
  code: string;
  issuedAt: number;
  period: { from: string | null; to: string | null } | null;
  lines: number;
  minutes: number;
  state: DocumentState;
}

/** D5: whether a document still stands. */
export function stateOf(row: { revokedAt: number | null; supersededById: string | null }): DocumentState {
  if (row.revokedAt !== null) return "revoked";
  return row.supersededById === null ? "current" : "superseded";
}
