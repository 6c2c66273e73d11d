import type { Context } from "~/platform/context";
import type { ArchiveWish } from "~/hr/archives/archive-wish";

/** What a thread is told that issues a transcript: who wants it, whose, and where everything stands. */
export interface IssuingJob {
  /** The database's file. */
  file: string;
  caller: Omit<Context, "db">;
  wish: ArchiveWish;
}
