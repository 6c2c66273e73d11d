import { type Database, openDatabase } from "./database.server";

/** Kilobytes. Each row is read once, and each file is written once: what is kept of the database pays nothing. */
const CACHE_KB = 2_048;

let opened: { file: string; db: Database } | undefined;

/** A spare thread's own connection, which stays open as long as the thread lives. */
export function threadDatabase(file: string): Database {
  if (opened?.file === file) return opened.db;
  opened?.db.$client.close();
  opened = { file, db: openDatabase(file) };
  opened.db.$client.pragma(`cache_size = -${CACHE_KB}`);
  return opened.db;
}
