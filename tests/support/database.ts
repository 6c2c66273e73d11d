import { readFileSync } from "node:fs";
import { inject } from "vitest";
import { cloneDatabase, type Database, setDatabase } from "~/platform/database/database.server";

export { actingAs, systemContext } from "./context";

/** A fresh database of the test's own, migrated and with reference data; routes use it, too. */
export function useTestDatabase(): Database {
  const db = cloneDatabase(readFileSync(inject("templateFile")));
  setDatabase(db);
  return db;
}

/** How many statements a piece of work sends to the database. */
export function countStatements(db: Database, work: () => unknown): number {
  const client = db.$client;
  const prepare = client.prepare.bind(client);
  let count = 0;
  client.prepare = (source: string) => {
    count++;
    return prepare(source);
  };
  try {
    work();
  } finally {
    client.prepare = prepare;
  }
  return count;
}
