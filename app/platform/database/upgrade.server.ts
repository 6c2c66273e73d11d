import path from "node:path";
import type SqliteDatabase from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { FENCES, type Fences } from "#drizzle/fences";
import { teachFolding } from "./folding.server";
import { keepStatistics } from "./upkeep.server";
import { sha256 } from "~/platform/secrets/codes.server";

type Client = SqliteDatabase.Database;

/** Where the migrations of this program are. */
export const MIGRATIONS_FOLDER = path.resolve("drizzle/migrations");

/** How long a start waits for another process that has the file open before it gives up. */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 200;

/** Another process has the file open, so it cannot be brought up to date. */
export class InUse extends Error {}

interface Plan {
  migrations: { sql: string[]; hash: string; folderMillis: number }[];
  fences: Fences;
  digest: string;
}

/** The hashes of the migrations that this program knows. */
export const knownMigrations = (folder = MIGRATIONS_FOLDER): Set<string> =>
  new Set(readMigrationFiles({ migrationsFolder: folder }).map(({ hash }) => hash));

/**
 * Brings a database up to date: pending migrations, then the fences, in one exclusive transaction with foreign keys off,
 * since a table is rebuilt by dropping it. Does nothing, in a millisecond, when neither changed. A crash in the middle
 * leaves the file as it was.
 * @throws InUse when another process keeps the file open; Error when a migration fails or breaks a reference
 */
export function upgradeDatabase(
  client: Client,
  { folder = MIGRATIONS_FOLDER, fences = FENCES, patienceMs = PATIENCE_MS } = {},
): void {
  const plan: Plan = {
    migrations: readMigrationFiles({ migrationsFolder: folder }),
    fences,
    digest: sha256(JSON.stringify(fences)),
  };
  for (let waited = 0; !isUpToDate(client, plan); waited += PAUSE_MS) {
    if (waited > patienceMs) throw new InUse();
    if (alone(client, () => carryOut(client, plan))) return;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
}

function isUpToDate(client: Client, plan: Plan): boolean {
  const [row] = hasTable(client, "schema_fences")
    ? (client.prepare("select digest from schema_fences").all() as { digest: string }[])
    : [];
  return row?.digest === plan.digest && pendingOf(client, plan).length === 0;
}

function pendingOf(client: Client, { migrations }: Plan): Plan["migrations"] {
  if (!hasTable(client, "__drizzle_migrations")) return migrations;
  const last = client.prepare("select max(created_at) from __drizzle_migrations").pluck().get() as number | null;
  return migrations.filter(({ folderMillis }) => last === null || folderMillis > last);
}

function hasTable(client: Client, name: string): boolean {
  return client.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name) !== undefined;
}

/** Does something while no other connection has the file open. Returns false, with nothing done, while one has. */
function alone(client: Client, work: () => void): boolean {
  try {
    // Leaving the mode in which several can write is possible only for whoever is alone.
    client.pragma("journal_mode = DELETE");
    client.pragma("foreign_keys = OFF");
    client.exec("begin exclusive");
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith("SQLITE_BUSY")) return false;
    throw error;
  }
  try {
    work();
    client.exec("commit");
    return true;
  } catch (error) {
    if (client.inTransaction) client.exec("rollback");
    throw error;
  } finally {
    client.pragma("foreign_keys = ON");
    client.pragma("journal_mode = WAL");
  }
}

function carryOut(client: Client, plan: Plan): void {
  teachFolding(client);
  dropTriggers(client);
  client.exec(
    "create table if not exists __drizzle_migrations (id serial primary key, hash text not null, created_at numeric)",
  );
  const applied = client.prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)");
  for (const { sql, hash, folderMillis } of pendingOf(client, plan)) {
    for (const statement of sql.filter((each) => !isOurs(each))) client.exec(statement);
    applied.run(hash, folderMillis);
  }
  makeFences(client, plan.fences);
  const broken = client.pragma("foreign_key_check") as { table: string; parent: string }[];
  if (broken[0]) throw new Error(`rows of ${broken[0].table} name rows of ${broken[0].parent} that do not exist`);
  client.exec("create table if not exists schema_fences (digest text not null)");
  client.exec("delete from schema_fences");
  client.prepare("insert into schema_fences (digest) values (?)").run(plan.digest);
  keepStatistics(client, "all");
}

/** Migrations of earlier versions made and dropped triggers, and switched foreign keys, which this runner does itself. */
function isOurs(statement: string): boolean {
  const bare = statement.replaceAll(/^\s*--.*$/gm, "").trim();
  return bare === "" || /^(create|drop)\s+trigger\b|^pragma\s+foreign_keys\b/i.test(bare);
}

function dropTriggers(client: Client): void {
  const names = client.prepare("select name from sqlite_master where type = 'trigger'").pluck().all() as string[];
  for (const name of names) client.exec(`drop trigger "${name}"`);
}

function makeFences(client: Client, { triggers, indexes, withoutRowid, searches, folding }: Fences): void {
  for (const table of withoutRowid) takeRowidsAway(client, table);
  for (const { name, sql } of indexes) {
    client.exec(`drop index if exists ${name}`);
    client.exec(sql);
  }
  for (const { name, sql, fill } of searches.filter((each) => sqlOf(client, each.name) !== each.sql)) {
    client.exec(`drop table if exists ${name}`);
    client.exec(sql);
    client.exec(fill);
  }
  for (const { sql } of triggers) client.exec(sql);
  // Last: the triggers keep the index of what is folded here.
  for (const statement of folding.statements) client.exec(statement);
}

const sqlOf = (client: Client, name: string) =>
  client.prepare("select sql from sqlite_master where name = ?").pluck().get(name) as string | undefined;

/** A rebuilt table has row ids again: it is built once more without. */
function takeRowidsAway(client: Client, table: string): void {
  const sql = sqlOf(client, table);
  if (sql === undefined) throw new Error(`There is no table ${table}.`);
  if (/without\s+rowid\s*$/i.test(sql)) return;
  const indexes = client
    .prepare("select sql from sqlite_master where type = 'index' and tbl_name = ? and sql is not null")
    .pluck()
    .all(table) as string[];
  const body = sql.slice(sql.indexOf("("));
  client.exec(`create table "__fenced_${table}" ${body} without rowid`);
  client.exec(`insert into "__fenced_${table}" select * from "${table}"`);
  client.exec(`drop table "${table}"`);
  client.exec(`alter table "__fenced_${table}" rename to "${table}"`);
  for (const index of indexes) client.exec(index);
}
