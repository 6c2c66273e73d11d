import type SqliteDatabase from "better-sqlite3";

type Client = SqliteDatabase.Database;

/** Tables whose triggers make derived rows that a load needs: folded names and what searches look in. */
const KEPT = ["persons", "former_names", "person_names", "names_to_fold", "courses"];

interface Part {
  type: "trigger" | "index";
  name: string;
  sql: string;
}

/**
 * Does a load while the tables have neither triggers, except those that make derived rows, nor indexes that can be made
 * afterwards from sorted rows, and with nothing that guards the file against a crash. Then everything stands as before.
 */
export function withBareTables(client: Client, load: () => void): void {
  const parts = listParts(client);
  const before = schemaOf(client);
  // Otherwise a file always keeps a journal.
  client.unsafeMode(true);
  for (const [pragma, value] of LOOSE) client.pragma(`${pragma} = ${value}`);
  for (const { type, name } of parts) client.exec(`drop ${type} "${name}"`);
  load();
  for (const { sql } of parts) client.exec(sql);
  for (const [pragma, value] of STRICT) client.pragma(`${pragma} = ${value}`);
  client.unsafeMode(false);
  if (schemaOf(client) !== before) throw new Error("The load has changed the schema.");
}

/** Every table, index and trigger, in one text, whatever the order in which they were made. */
export function schemaOf(client: Client): string {
  const parts = client
    .prepare(
      "select type, name, tbl_name, sql from sqlite_master where name not like 'sqlite_stat%' order by type, name",
    )
    .all();
  return JSON.stringify(parts);
}

const LOOSE = [
  ["foreign_keys", "OFF"],
  ["synchronous", "OFF"],
  ["journal_mode", "OFF"],
  ["cache_size", "-1500000"],
] as const;

/** As the product opens a file. */
const STRICT = [
  ["journal_mode", "WAL"],
  ["cache_size", "-65536"],
  ["synchronous", "FULL"],
  ["foreign_keys", "ON"],
] as const;

function listParts(client: Client): Part[] {
  const kept = KEPT.map((table) => `'${table}'`).join(", ");
  return client
    .prepare(
      `select type, name, sql from sqlite_master
       where type in ('index', 'trigger') and sql is not null and tbl_name not in (${kept}) order by type desc, rowid`,
    )
    .all() as Part[];
}
