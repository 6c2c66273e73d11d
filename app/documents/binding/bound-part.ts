/** A file that becomes pages of a bound one. */
export interface BoundPart {
  type: "application/pdf" | "image/png" | "image/jpeg";
  bytes: Uint8Array;
}

/** What is bound, and what a reader of PDFs shows of it. */
export interface BindingJob {
  title: string;
  author: string;
  /** Epoch milliseconds. */
  madeAt: number;
  parts: readonly BoundPart[];
}
