import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inject, onTestFinished } from "vitest";
import { cloneDatabase, type Database, openDatabase, setDatabase } from "~/platform/database/database.server";

export { actingAs, systemContext } from "./context";

/** A fresh database of the test's own, migrated and with reference data; routes use it, too. */
export function useTestDatabase(): Database {
  const db = cloneDatabase(readFileSync(inject("templateFile")));
  setDatabase(db);
  return db;
}

/** The same in a file, which is gone after the test: for what other threads and processes are to see as well. */
export function useTestDatabaseFile(): Database {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-file-"));
  const file = path.join(folder, "hourbook.sqlite");
  copyFileSync(inject("templateFile"), file);
  const db = openDatabase(file);
  setDatabase(db);
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  return db;
}

/** The statements that a piece of work sends to the database, in their order: the query builder's, and those beside it. */
export function listStatements(db: Database, work: () => unknown): string[] {
  const { client: builders } = Reflect.get(db, "session") as { client: Database["$client"] };
  const statements: string[] = [];
  const undo = [builders, db.$client].map((client) => {
    const prepare = client.prepare.bind(client);
    client.prepare = (source: string) => {
      statements.push(source);
      return prepare(source);
    };
    return () => (client.prepare = prepare);
  });
  try {
    work();
  } finally {
    undo.forEach((each) => each());
  }
  return statements;
}

/** How many statements a piece of work sends to the database. */
export const countStatements = (db: Database, work: () => unknown): number => listStatements(db, work).length;
