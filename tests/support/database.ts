import { readFileSync } from "node:fs";
import { inject } from "vitest";
import type { ActorContext, Context } from "~/platform/context";
import { cloneDatabase, type Database, setDatabase } from "~/platform/database.server";
import { TEST_NOW } from "./clock";

/** A fresh database of the test's own, migrated and with reference data; routes use it, too. */
export function useTestDatabase(): Database {
  const db = cloneDatabase(readFileSync(inject("templateFile")));
  setDatabase(db);
  return db;
}

/** The context of the system itself. */
export function systemContext(db: Database, now = TEST_NOW): Context {
  return { db, now, actor: null, address: "127.0.0.1", requestId: "test" };
}

/** The context of a person who acts, with the scopes of their role. */
export function actingAs(
  db: Database,
  person: { personId: string; accountId: string; name: string },
  options: { now?: number; scopeIds?: string[] } = {},
): ActorContext & { scopeIds: string[] } {
  const { personId, accountId, name } = person;
  return {
    ...systemContext(db, options.now),
    actor: { personId, accountId, name },
    scopeIds: options.scopeIds ?? [],
  };
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
