import type { Database } from "~/platform/database/database.server";

/** Not what people keep here: the log, counts of tries, signed-in browsers, and what is known of posts themselves. */
const BESIDE = [
  "audit_entries",
  "audit_entry_persons",
  "attempts",
  "check_in_tries",
  "account_sessions",
  "answered_forms",
  // Offerings in line for their reminders.
  "reminder_plans",
];

/** Pieces of the index of words, which grow and shrink by themselves. */
const OF_THE_SEARCH = /_search(_data|_idx|_docsize|_config|_content)?$/;

/** How many rows each table holds. */
export function countRows(db: Database): Record<string, number> {
  const tables = db.$client
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables
      .filter((table) => !BESIDE.includes(table) && !OF_THE_SEARCH.test(table))
      .map((table) => [table, Number(db.$client.prepare(`select count(*) from "${table}"`).pluck().get())]),
  );
}

/** The tables that hold more rows than before. */
export const listGrown = (before: Record<string, number>, after: Record<string, number>): string[] =>
  Object.keys(after).filter((table) => after[table]! > (before[table] ?? 0));
