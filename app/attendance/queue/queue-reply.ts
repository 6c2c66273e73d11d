/** How many marks a device sends at once; the rest after them. */
export const MOST_AT_ONCE = 500;

/** What the server says of one mark; all but "again" are final. */
export interface SyncAnswer {
  nonce: string;
  code: "done" | "done-before" | "refused" | "again";
  /** In words, where it was refused, or waits in the inbox. */
  words?: string;
  /** It waits in the inbox. */
  held?: true;
}

/** What the server answers a device. */
export interface SyncReply {
  /** The server's clock, epoch milliseconds. */
  server: number;
  answers: SyncAnswer[];
  /** Offerings that this device may not keep any longer. */
  wipe: string[];
}
