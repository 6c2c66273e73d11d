import { readiness } from "#drizzle/schema/platform";
import { type Database, isFileThere, withBusyTimeout } from "./database.server";
import { logger } from "~/platform/logging/logger.server";
import { type Unreadiness, unreadinessOf, UNREADINESS_WORDS } from "./readiness";

/** How long an answer holds, so that nobody can make the disk busy by asking. */
const HOLDS_MS = 1_000;
const WAIT_MS = 50;

let last: { db: Database; at: number; outcome: Unreadiness | null } | null = null;

/**
 * Whether a database can be written to and is still the file that was opened: an open file can be deleted, and everything
 * written to it afterwards is lost at the end of the process.
 * @param now epoch milliseconds
 * @returns why not, or null
 */
export function findUnreadiness(db: Database, now: number): Unreadiness | null {
  if (last?.db === db && now >= last.at && now < last.at + HOLDS_MS) return last.outcome;
  const outcome = isFileThere(db) ? tryWriting(db, now) : "gone";
  if (outcome && outcome !== last?.outcome) logger.error({ reason: outcome }, UNREADINESS_WORDS[outcome]);
  last = { db, at: now, outcome };
  return outcome;
}

function tryWriting(db: Database, now: number): Unreadiness | null {
  try {
    withBusyTimeout(db, WAIT_MS, () =>
      db
        .insert(readiness)
        .values({ id: 1, checkedAt: now })
        .onConflictDoUpdate({ target: readiness.id, set: { checkedAt: now } })
        .run(),
    );
    return null;
  } catch (error) {
    const { code, cause } = error as { code?: string; cause?: { code?: string } };
    return unreadinessOf(code ?? cause?.code ?? "");
  }
}
