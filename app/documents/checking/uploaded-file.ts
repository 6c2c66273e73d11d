import type { Difference, Problem } from "./file-check";
import type { Verification } from "./verification";

/** What became of a file that somebody dropped (D5). */
export interface CheckedFile {
  name: string;
  /** "several": documents were put into one file; "unchecked": it took too much to read, or too many files were being read. */
  verdict: "genuine" | "altered" | "unknown" | "unchecked" | "several";
  problems: Problem[];
  /** Which digests differ; none of a document with a private contact. */
  differences: Difference[];
  /** What is on record under the code that the file names; null when nothing is. */
  verification: Verification | null;
  /** The codes of the documents that it was put together from; empty for one document. */
  codes: string[];
}

/** One file, on the public page. */
export const ONE_FILE = 1;
/** How many files HR may drop at once. */
export const MANY_FILES = 200;

/** A file's verdict in one word or two, with how it is to be taken. */
export function summarizeCheck({ verdict, verification }: CheckedFile): {
  words: string;
  tone: "good" | "attention" | "ended";
} {
  if (verdict === "unchecked") return { words: "Not checked", tone: "attention" };
  if (verdict === "several") return { words: "Several in one file", tone: "attention" };
  if (verdict === "unknown") return { words: "Unknown", tone: "attention" };
  if (verdict === "altered") return { words: "Altered", tone: "attention" };
  const standing = verification?.standing;
  if (standing?.state === "revoked") return { words: "Revoked", tone: "attention" };
  if (standing?.state === "superseded") return { words: "Superseded", tone: "ended" };
  if (standing?.state === "current" && standing.correctedLines > 0) return { words: "Corrected since", tone: "ended" };
  return { words: "Genuine", tone: "good" };
}
