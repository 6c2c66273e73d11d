import type { Database } from "~/platform/database/database.server";

/** Who acts: a person signed in with an account. */
export interface Actor {
  personId: string;
  accountId: string;
  name: string;
}

/** What every command and query starts from: who, from where, what time it is. */
export interface Context {
  db: Database;
  /** Epoch milliseconds. */
  now: number;
  /** Null for a visitor and for the system's own jobs. */
  actor: Actor | null;
  address: string | null;
  requestId: string | null;
}

/** A context in which somebody is signed in. */
export type ActorContext = Context & { actor: Actor };
