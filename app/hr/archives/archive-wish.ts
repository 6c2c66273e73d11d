import type { DocumentRefusal } from "~/documents/issuing/refusal";
import type { Context } from "~/platform/context";
import type { Outcome } from "~/platform/outcome";
import type { Window } from "./archive-windows";

/** Whose transcript is wanted, and of which time. */
export interface ArchiveWish extends Window {
  personId: string;
}

/** A transcript that was issued, as an archive holds it. */
export interface ArchivedFile {
  code: string;
  /** SHA-256 of the file, in hexadecimal. */
  fileHash: string;
  bytes: Uint8Array;
}

/** Issues a transcript, or finds the one that says the same (T9), and gives its file. */
export type TranscriptMaker = (ctx: Context, wish: ArchiveWish) => Promise<Outcome<ArchivedFile, DocumentRefusal>>;
