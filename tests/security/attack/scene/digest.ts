import { createHash } from "node:crypto";
import SqliteDatabase from "better-sqlite3";

/**
 * What changes by itself: tries that count, who looked and signed in, the trial write of /ready, when jobs ran, what a
 * search index is made of, and which offerings wait to have their reminders planned anew. Everything else is somebody's business.
 */
const TECHNICAL =
  /^(attempts|reminder_plans|account_sessions|audit_entries|audit_entry_persons|readiness|job_schedules|job_runs|sqlite_.*|__drizzle.*|.*_fts.*)$/;

const MAY_GROW = /^(outbox_messages|account_tokens) /;

/** The digest of each row of each table, by the table and the row's own id. */
export type Digest = Map<string, { digest: string; row: Record<string, unknown> }>;

/** Takes a digest of every row of every table that is somebody's business. */
export function takeDigest(file: string): Digest {
  const db = new SqliteDatabase(file, { readonly: true });
  try {
    const tables = db.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all();
    const rows = (tables as string[]).filter((table) => !TECHNICAL.test(table)).flatMap((table) => readRows(db, table));
    return new Map(rows);
  } finally {
    db.close();
  }
}

function readRows(db: SqliteDatabase.Database, table: string) {
  const columns = db.pragma(`table_info("${table}")`) as { name: string; pk: number }[];
  const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
  const all = db.prepare(`select * from "${table}"`).all() as Record<string, unknown>[];
  return all.map((row): [string, { digest: string; row: Record<string, unknown> }] => {
    const digest = createHash("sha256").update(JSON.stringify(row, plain)).digest("base64");
    const key = keys.length > 0 ? keys.map((name) => String(row[name])).join("/") : digest;
    return [`${table} ${key}`, { digest, row }];
  });
}

const plain = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? createHash("sha256").update(value).digest("hex") : value;

/**
 * What differs between two digests, without the rows that are somebody's own: those that name one of the ids given,
 * and those that name one of these in turn. Anybody may ask for a mail with a link to any mailbox, so that new rows of
 * the outbox and of links are nobody's change; rows of them that were there are.
 */
export function findChanges(before: Digest, after: Digest, own: readonly string[] = []): string[] {
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.get(key)?.digest !== after.get(key)?.digest && !(MAY_GROW.test(key) && !before.has(key)),
  );
  const mine = new Set(own);
  const isMine = (key: string) => {
    const values = [before.get(key), after.get(key)].flatMap((found) => (found ? Object.values(found.row) : []));
    return values.some((value) => typeof value === "string" && mine.has(value));
  };
  let left = changed;
  for (;;) {
    const found = left.filter(isMine);
    if (found.length === 0) return left;
    left = left.filter((key) => !found.includes(key));
    for (const key of found) mine.add(key.split(" ").slice(1).join(" "));
  }
}
