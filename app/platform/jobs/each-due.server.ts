import { and, asc, count as countAll, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { dueFaults } from "#drizzle/schema/platform";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, isBusy, type Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { rest, restLater } from "./pace.server";
import { type DueFault, nextTryAt } from "./due-fault";
import { describeError } from "~/platform/logging/log-line";
import { logger } from "~/platform/logging/logger.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";

const BATCH = 200;
const MOST_SHOWN = 200;

/** Rows that are due, and what becomes of each. */
export interface DueRows {
  /** Names the loop, for the log and for administrators. */
  kind: string;
  /** The ids of rows that are due, in their order, at most so many; `isTried` leaves out those that wait after a fault. */
  list: (db: Reader, isTried: (id: AnySQLiteColumn | SQL) => SQL | undefined, limit: number) => string[];
  /** Processes one row in a transaction of its own, and makes it due no more. Returns what is counted; 0 for nothing. */
  process: (id: string) => number;
}

/**
 * The one loop for everything that is due. A row that cannot be processed is logged, counted, put off and in the end given
 * up; it never stops those behind it.
 * @returns the sum of what was counted
 * @throws only when the database is busy: then nothing is wrong with the row
 */
export function eachDue(ctx: Context, rows: DueRows): number {
  let count = 0;
  for (const id of dueIds(ctx, rows)) count += tryOne(ctx, rows.kind, id, rows.process);
  return count;
}

/**
 * The same for rows of which there can be thousands at once: after each, whatever else its thread has to do has a turn.
 * @param signal aborted when the process is to stop: no further row is begun
 */
export async function eachDueInTurns(ctx: Context, rows: DueRows, signal?: AbortSignal): Promise<number> {
  let count = 0;
  for (const id of dueIds(ctx, rows)) {
    if (signal?.aborted) break;
    const from = performance.now();
    count += attempt(ctx, rows.kind, id, rows.process);
    await restLater(performance.now() - from);
  }
  return count;
}

/** Every row that is due, once, those that become due meanwhile as well. */
function* dueIds(ctx: Context, { kind, list }: DueRows): Generator<string, void> {
  const done = new Set<string>();
  for (;;) {
    const ids = list(ctx.db, (id) => isDueToTry(kind, id, ctx.now), BATCH).filter((id) => !done.has(id));
    if (ids.length === 0) return;
    for (const id of ids) {
      done.add(id);
      yield id;
    }
  }
}

/** Processes one row as `eachDue` does: what goes wrong with it is remembered and goes no further. */
export function tryOne(ctx: Context, kind: string, id: string, process: (id: string) => number): number {
  const from = performance.now();
  try {
    return attempt(ctx, kind, id, process);
  } finally {
    rest(performance.now() - from);
  }
}

function attempt(ctx: Context, kind: string, id: string, process: (id: string) => number): number {
  try {
    const counted = process(id);
    forgetFault(ctx.db, kind, id);
    return counted;
  } catch (error) {
    if (isBusy(error)) throw error;
    logger.error({ err: error, kind, row: id }, "A row that was due could not be processed");
    recordFault(ctx, kind, id, error);
    return 0;
  }
}

/** The same for what takes longer than a transaction: files that are drawn or signed. */
export async function tryOneLater(
  ctx: Context,
  kind: string,
  id: string,
  process: (id: string) => Promise<number>,
): Promise<number> {
  // Inside of the promise, so that what fails before it waits for anything is caught as well.
  const done = await new Promise<number>((resolve) => resolve(process(id))).then(
    (counted) => () => counted,
    (error: unknown) => () => {
      throw error;
    },
  );
  return tryOne(ctx, kind, id, done);
}

/** Condition: the row has no fault, or it is time to try again. */
export function isDueToTry(kind: string, id: AnySQLiteColumn | SQL, now: number): SQL {
  return sql`not exists (select 1 from ${dueFaults} where ${dueFaults.kind} = ${kind} and ${dueFaults.rowId} = ${id}
    and (${dueFaults.nextTryAt} is null or ${dueFaults.nextTryAt} > ${now}))`;
}

function recordFault(ctx: Context, kind: string, rowId: string, error: unknown): void {
  const { type, message } = describeError(error);
  inTransaction(ctx.db, (tx) => {
    const before = tx.select().from(dueFaults).where(isFault(kind, rowId)).get();
    const tries = (before?.tries ?? 0) + 1;
    const values = {
      tries,
      lastError: `${type}: ${message}`.slice(0, 500),
      lastTriedAt: ctx.now,
      nextTryAt: nextTryAt(tries, ctx.now),
    };
    tx.insert(dueFaults)
      .values({ kind, rowId, ...values })
      .onConflictDoUpdate({ target: [dueFaults.kind, dueFaults.rowId], set: values })
      .run();
  });
}

function forgetFault(db: Context["db"], kind: string, rowId: string): void {
  if (db.select().from(dueFaults).where(isFault(kind, rowId)).get())
    db.delete(dueFaults).where(isFault(kind, rowId)).run();
}

const isFault = (kind: string, rowId: string) => and(eq(dueFaults.kind, kind), eq(dueFaults.rowId, rowId));

/** What could not be done, for administrators: what was given up first, at most 200, and how much there is. */
export function listDueFaults(db: Reader): { rows: DueFault[]; total: number } {
  const rows = db
    .select()
    .from(dueFaults)
    .orderBy(isNotNull(dueFaults.nextTryAt), asc(dueFaults.lastTriedAt), asc(dueFaults.kind), asc(dueFaults.rowId))
    .limit(MOST_SHOWN)
    .all();
  return { rows, total: countOf(db.select({ count: countAll() }).from(dueFaults)) };
}

/** An administrator lets a row be tried again at once, with all its tries, for example after what it needs was mended. */
export function tryAgain(
  ctx: ActorContext,
  { kind, rowId }: { kind: string; rowId: string },
): Outcome<null, "unknown-fault"> {
  return inTransaction(ctx.db, (tx) => {
    const retried = { tries: 0, nextTryAt: ctx.now };
    if (tx.update(dueFaults).set(retried).where(isFault(kind, rowId)).run().changes === 0)
      return refuse("unknown-fault");
    recordAudit(tx, ctx, { action: "due-row.tried-again", subjectId: rowId, detail: { kind } });
    return ok(null);
  });
}
