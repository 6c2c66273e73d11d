import type { ActorContext, Context } from "~/platform/context";
import type { Database } from "~/platform/database/database.server";
import { TEST_NOW } from "./clock";

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
