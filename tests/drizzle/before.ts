import { readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type SqliteDatabase from "better-sqlite3";

/** Puts a database of the version before 0013, with rows in every table, into a folder. Returns its file. */
export function unpackBefore(folder: string): string {
  const file = path.join(folder, "before.sqlite");
  writeFileSync(file, gunzipSync(readFileSync("tests/fixtures/before-0013.sqlite.gz")));
  return file;
}

/** The tables that hold what people and the product wrote. */
export function listTables(client: SqliteDatabase.Database): string[] {
  return client
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'
       and name not like 'course_search%' and name not like 'person_search%' and name not in ('__drizzle_migrations', 'schema_fences') order by name`,
    )
    .pluck()
    .all() as string[];
}

/** A digest of each table's rows, whatever the order of rows and columns. */
export function digestTables(client: SqliteDatabase.Database): Record<string, string> {
  const digest = (table: string) => {
    const rows = client.prepare(`select * from "${table}"`).all() as object[];
    const texts = rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
    return `${rows.length} ${createHash("sha256").update(texts.join("\n")).digest("hex")}`;
  };
  return Object.fromEntries(listTables(client).map((table) => [table, digest(table)]));
}
