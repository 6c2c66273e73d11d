import { UNTRUSTED_REFUSALS, type UntrustedRefusal } from "~/platform/untrusted/refusal";
import type { DocumentParameters } from "~/documents/issuing/document-parameters";

/** A digest that is not what it must be. SHA-256, hex. */
export interface Difference {
  /** What was digested, in words. */
  of: string;
  found: string;
  expected: string;
}

/** Why a file is not to be trusted. */
export type Problem =
  | UntrustedRefusal
  | "no-data"
  | "unknown-key"
  | "data-changed"
  | "no-signature"
  | "foreign-signature"
  | "file-changed"
  | "added-after";

/** Each problem in plain words. */
export const PROBLEM_WORDS: Record<Problem, string> = {
  ...UNTRUSTED_REFUSALS,
  "no-data": "It holds no data of a document issued here, or the data cannot be read any more.",
  "unknown-key": "It names a key that is not published here.",
  "data-changed": "The data inside is not what was signed.",
  "no-signature": "It has no signature that can be read.",
  "foreign-signature": "Its signature was not made with the key that it names.",
  "file-changed": "The file was changed after it was signed.",
  "added-after": "Something was added to the file after it was signed.",
};

/** What a file says of itself, checked with nothing but the published keys. */
export interface FileCheck {
  verdict: "signed" | "altered" | "unknown";
  problems: Problem[];
  differences: Difference[];
  /** The code that the file names, whether or not it may be believed. */
  code: string | null;
  /** Every code to which a page of the file links, in their order: more than one where documents were put into one file. */
  codes: string[];
  /** The key that the file names, of those that were published; null where it names none of them. */
  keyId: string | null;
  /** What was signed; null unless the data inside is genuine. */
  document: DocumentParameters | null;
}
