import { and, eq, gt } from "drizzle-orm";
import { auditEntries } from "#drizzle/schema/platform";
import { type AuditInput, auditRow, insertAuditPersons } from "./audit.server";
import type { Context } from "~/platform/context";
import type { Database, Transaction } from "~/platform/database/database.server";
import { syncedLater } from "~/platform/database/synced-later.server";
import { logger } from "~/platform/logging/logger.server";

/** What somebody on the staff looked at, and whose records it shows. */
export interface ReadingInput extends Omit<AuditInput, "personId" | "personIds"> {
  /** Everybody whom the page names; once each is enough. */
  personIds: readonly (string | null | undefined)[];
  /**
   * Milliseconds within which looking again is no reading of its own: whoever watches a video asks for hundreds of its parts, and
   * reads it once.
   */
  onceWithinMs?: number;
}

interface Reading {
  db: Database;
  entry: typeof auditEntries.$inferInsert;
  personIds: string[];
}

/** How long a reading may stand in memory alone; after a crash at most this much of the log is missing. */
const WITHIN_MS = 50;
const AGAIN_MS = 500;
/** So many readings are written by one transaction, and so many people of theirs unless one names more. */
const MOST_AT_ONCE = 200;
const MOST_PERSONS_AT_ONCE = 1_000;
const MOST_WAITING = 50_000;

// The server and the built pages are two copies of this module; there is one queue in a process.
const shared = globalThis as { hourbookReadings?: { queue: Reading[]; timer: NodeJS.Timeout | null } };
const log = (shared.hourbookReadings ??= { queue: [], timer: null });

/**
 * Notes a reading of people's records by staff for the audit log (P5). It is written a moment later by one writer, so that
 * no page ever waits for the database's lock in order to be shown.
 */
export function recordReading(ctx: Context, reading: ReadingInput): void {
  const { personIds, onceWithinMs, ...input } = reading;
  if (onceWithinMs !== undefined && isNoted(ctx, reading, ctx.now - onceWithinMs)) return;
  const persons = [...new Set(personIds.filter((id): id is string => Boolean(id)))];
  const [first = null, ...others] = persons;
  const personId = others.length === 0 ? first : null;
  log.queue.push({ db: ctx.db, entry: auditRow(ctx, { ...input, personId }), personIds: persons });
  if (log.queue.length > MOST_WAITING) {
    const lost = log.queue.splice(0, log.queue.length - MOST_WAITING);
    logger.error({ count: lost.length }, "Readings could not be written to the audit log and are lost");
  }
  plan(WITHIN_MS);
}

/** Whether the same person read the same since an instant: noted, or about to be. */
function isNoted(ctx: Context, { action, subjectId }: ReadingInput, since: number): boolean {
  const actorId = ctx.actor?.personId ?? "";
  const waits = log.queue.some(
    ({ db, entry }) =>
      db === ctx.db &&
      entry.actorId === actorId &&
      entry.action === action &&
      entry.subjectId === subjectId &&
      entry.at > since,
  );
  if (waits) return true;
  const same = and(
    eq(auditEntries.subjectId, subjectId),
    eq(auditEntries.action, action),
    eq(auditEntries.actorId, actorId),
    gt(auditEntries.at, since),
  );
  return ctx.db.select({ id: auditEntries.id }).from(auditEntries).where(same).get() !== undefined;
}

/** Writes what waits, before the process ends or somebody looks at the log. Keeps what cannot be written for later. */
export function flushReadings(): void {
  for (let next = log.queue[0]; next; next = log.queue[0]) {
    const { db } = next;
    const batch = log.queue.slice(0, countAtOnce());
    // A database that was closed takes nothing more; the server closes its own after this.
    if (db.$client.open) writeLater(db, batch);
    log.queue.splice(0, batch.length);
  }
}

/** How many of those that wait, the first at least, go into one transaction: of one database, and no more than others can wait for. */
function countAtOnce(): number {
  const most = log.queue.slice(0, MOST_AT_ONCE);
  let persons = 0;
  const end = most.findIndex(({ db, personIds }, index) => {
    persons += personIds.length;
    return index > 0 && (db !== most[0]!.db || persons > MOST_PERSONS_AT_ONCE);
  });
  return end < 0 ? most.length : end;
}

function plan(milliseconds: number): void {
  if (log.timer) return;
  log.timer = setTimeout(() => {
    log.timer = null;
    try {
      flushReadings();
    } catch (error) {
      logger.warn({ err: error }, "Readings wait to be written to the audit log");
      plan(AGAIN_MS);
    }
  }, milliseconds);
  log.timer.unref();
}

/** Writes at once; the wait for the disk is no page's. */
function writeLater(db: Database, batch: readonly Reading[]): void {
  const later = syncedLater(db);
  later
    .run((tx) => write(tx, batch))
    .catch((error: unknown) => logger.warn({ err: error }, "Readings are written, and may not survive a power cut"))
    .finally(later.close);
}

function write(tx: Transaction, readings: readonly Reading[]): void {
  tx.insert(auditEntries)
    .values(readings.map(({ entry }) => entry))
    .run();
  insertAuditPersons(
    tx,
    readings.map(({ entry, personIds }) => ({ entryId: entry.id, personIds })),
  );
}
