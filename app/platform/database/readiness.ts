/** Why Hourbook cannot serve although its process lives, for whoever runs it. */
export type Unreadiness = "gone" | "full" | "not-writable";

/** Each reason as one plain sentence. */
export const UNREADINESS_WORDS: Record<Unreadiness, string> = {
  gone: "The database file was deleted, moved or replaced while Hourbook runs. Stop Hourbook: it saves what it still holds beside the file's old place.",
  full: "The disk of the database file is full. Make room; nothing needs to be restarted.",
  "not-writable": "The database file cannot be written to. Check its disk and its permissions.",
};

/**
 * What an SQLite error code of a trial write means; null where it only says that another writer is at work, which shows
 * that writing works.
 */
export function unreadinessOf(code: string): Unreadiness | null {
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return null;
  return code.startsWith("SQLITE_FULL") ? "full" : "not-writable";
}
