import type { ActorContext } from "~/platform/context";

/** What a thread is told that reads a list: which, for whom, and where everything stands. */
export interface ListJob {
  /** The database's file. */
  file: string;
  caller: Omit<ActorContext, "db">;
  /** The list's name, and what its address says. */
  name: string;
  search: string;
}

/** A list as a file that was written. */
export interface ListFile {
  csv: Uint8Array | string;
  rows: number;
  /** How many rows there are; more than the file holds where it is full. */
  total: number;
}
