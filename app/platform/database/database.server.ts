import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import SqliteDatabase from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { env } from "~/platform/env.server";
import { logger } from "~/platform/logging/logger.server";
import { keepNamesFolded, teachFolding } from "./folding.server";
import { keepStatements } from "./kept-statements.server";
import { writeColumnsAtOnce } from "./selection.server";
import { teachZoneDates } from "./zone-date.server";
import { keepStatistics } from "./upkeep.server";
import { InUse, knownMigrations, MIGRATIONS_FOLDER, upgradeDatabase } from "./upgrade.server";

/** How long a writer waits for another before people are told that Hourbook is busy. */
const BUSY_TIMEOUT_MS = 3_000;

export type Database = ReturnType<typeof connect>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** Either of them, for functions that only read: it has no `insert`, `update`, `delete` or `run`. */
export type Reader = Pick<Transaction, "select" | "selectDistinct" | "all" | "get" | "$count">;

function connect(file: string | Buffer) {
  const client = new SqliteDatabase(file);
  client.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  client.pragma("journal_mode = WAL");
  // What was confirmed to somebody survives a power cut. docs/operations.md says what that costs.
  client.pragma("synchronous = FULL");
  // A long transaction may make the log of changes large; it shrinks again afterwards.
  client.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
  client.pragma("foreign_keys = ON");
  // Each thread has its own, which is emptied whenever another has written; the machine keeps the file's pages in any case.
  client.pragma("cache_size = -16384");
  teachFolding(client);
  teachZoneDates(client);
  const db = drizzle({ client: keepStatements(client) });
  writeColumnsAtOnce(db);
  return Object.assign(db, { $client: client });
}

/** The start must stop: the reason is one plain sentence for whoever runs the server. */
export class UnusableDatabase extends Error {}

/**
 * Opens a database file, makes it if there is none and brings it up to date.
 * @throws UnusableDatabase, with nothing changed, when the file is damaged or newer than this Hourbook
 */
export function openDatabase(file: string, migrations = MIGRATIONS_FOLDER): Database {
  if (existsSync(file)) requireUsable(file, migrations);
  const db = orUnusable(file, () => {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    return connect(file);
  });
  try {
    upgradeDatabase(db.$client, { folder: migrations });
    keepNamesFolded(db.$client);
  } catch (error) {
    db.$client.close();
    throw new UnusableDatabase(
      error instanceof InUse
        ? `The database file ${file} must be brought up to date, and another Hourbook has it open; stop that one first.`
        : `The database file ${file} could not be brought up to date and was left as it was (${(error as Error).message}).`,
    );
  }
  // The first read makes the log of changes beside the file, which is looked for from now on.
  db.$client.prepare("select count(*) from sqlite_master").get();
  openFiles.set(db, { file, id: identify(file) });
  return db;
}

/** The files behind open databases, and which they were when they were opened. */
const openFiles = new WeakMap<Database, { file: string; id: string | null }>();

/** Which file a path means now; null when there is none. */
function identify(file: string): string | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.dev}:${stats.ino}` : null;
}

/** Whether the file of an open database, and the log of its newest changes, still stand where they were opened. */
export function isFileThere(db: Database): boolean {
  const opened = openFiles.get(db);
  return !opened || (identify(opened.file) === opened.id && identify(`${opened.file}-wal`) !== null);
}

/**
 * Closes a database. Where its file was deleted meanwhile, everything that this process still holds of it is saved first,
 * beside the file's old place.
 * @returns the path of what was saved; null where nothing had to be
 */
export function closeDatabase(db: Database, now: number): string | null {
  const opened = openFiles.get(db);
  const saved = !opened || isFileThere(db) ? null : `${opened.file}.saved-${now}`;
  if (saved) db.$client.prepare("vacuum into ?").run(saved);
  if (!saved) tryToKeepStatistics(db);
  db.$client.close();
  return saved;
}

/** A stop does not fail because another process writes, or the disk is full: the statistics are taken daily as well. */
function tryToKeepStatistics(db: Database): void {
  try {
    keepStatistics(db.$client, "asked");
  } catch (error) {
    logger.warn({ err: error }, "The statistics of the database could not be taken at the stop");
  }
}

/** Does something that waits less long for other writers than usual. */
export function withBusyTimeout<Result>(db: Database, milliseconds: number, work: () => Result): Result {
  db.$client.pragma(`busy_timeout = ${milliseconds}`);
  try {
    return work();
  } finally {
    db.$client.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}

/** Whatever stops a file from being opened is one sentence that names it. */
function orUnusable<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnusableDatabase) throw error;
    throw new UnusableDatabase(`The file ${file} cannot be used as a database (${(error as Error).message}).`);
  }
}

/** A database of its own from what `serialize()` gave; for tests. */
export function cloneDatabase(bytes: Buffer): Database {
  const db = connect(bytes);
  keepNamesFolded(db.$client);
  return db;
}

function requireUsable(file: string, migrations: string): void {
  let client: SqliteDatabase.Database | undefined;
  if (statSync(file).isDirectory()) throw new UnusableDatabase(`${file} is a folder; DATABASE_FILE names a file.`);
  for (const each of [file, path.dirname(path.resolve(file))]) {
    try {
      accessSync(each, constants.R_OK | constants.W_OK);
    } catch {
      throw new UnusableDatabase(`${each} cannot be written to by the user that runs Hourbook.`);
    }
  }
  try {
    // Whoever was killed while bringing it up to date has left a journal: what stood before is put back, which is a change.
    client = new SqliteDatabase(file, { readonly: !existsSync(`${file}-journal`), timeout: BUSY_TIMEOUT_MS });
    // The header and the schema are read by this; the whole file is read at night, since that takes minutes.
    const known = knownMigrations(migrations);
    if (tableExists(client, "__drizzle_migrations")) {
      const applied = client.prepare("select hash from __drizzle_migrations").pluck().all() as string[];
      if (applied.some((hash) => !known.has(hash))) {
        throw new UnusableDatabase(`The database file ${file} was made by a newer Hourbook; start that one instead.`);
      }
    } else if (client.prepare("select count(*) from sqlite_master").pluck().get() !== 0) {
      throw new UnusableDatabase(`The file ${file} is a database, but not one of Hourbook's.`);
    }
  } catch (error) {
    if (error instanceof UnusableDatabase) throw error;
    throw new UnusableDatabase(`The file ${file} cannot be read as a database (${(error as Error).message}).`);
  } finally {
    client?.close();
  }
}

function tableExists(client: SqliteDatabase.Database, name: string): boolean {
  return client.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name) !== undefined;
}

const shared = globalThis as { hourbookDatabase?: Database };

/** The database of this process, opened on first use. */
export function getDatabase(): Database {
  return (shared.hourbookDatabase ??= openDatabase(env.DATABASE_FILE));
}

/** Gives this process another database; for tests. */
export function setDatabase(db: Database): void {
  shared.hourbookDatabase = db;
}

/**
 * Runs a command's reads and writes as one immediate transaction. Synchronous: no mail, no network, no await inside.
 * An exception rolls everything back.
 */
export function inTransaction<Result>(
  db: Database,
  run: (tx: Transaction) => Result extends PromiseLike<unknown> ? never : Result,
): Result {
  return db.transaction(run, { behavior: "immediate" });
}

class TakenBack extends Error {}

/** Runs a part of a transaction that writes before it knows whether it may; where it is refused, what it wrote is taken back. */
export function orTakenBack<Answer extends { ok: boolean }>(tx: Transaction, run: () => Answer): Answer {
  let answer: Answer | undefined;
  try {
    tx.transaction(() => {
      answer = run();
      if (!answer.ok) throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return answer!;
}

/** Runs what writes, gives what came of it, and takes back everything that it wrote. */
export function rehearse<Result>(db: Database, run: () => Result): Result {
  let result: { value: Result } | undefined;
  try {
    inTransaction(db, () => {
      result = { value: run() };
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return result!.value;
}

/** Runs reads that belong together against one state of the database. Takes no lock: it waits for nobody, nobody for it. */
export function inReading<Result>(
  db: Database,
  run: (tx: Reader) => Result extends PromiseLike<unknown> ? never : Result,
): Result {
  return db.transaction(run, { behavior: "deferred" });
}

/** Whether an error says that another writer held the database for too long. */
export function isBusy(error: unknown): boolean {
  const code =
    (error as { code?: string; cause?: { code?: string } })?.code ??
    (error as { cause?: { code?: string } })?.cause?.code;
  return typeof code === "string" && code.startsWith("SQLITE_BUSY");
}
