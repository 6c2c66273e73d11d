import { and, count, desc, eq, inArray, like, lte, notInArray } from "drizzle-orm";
import { jobRuns, jobSchedules } from "#drizzle/schema/platform";
import type { Context } from "~/platform/context";
import { now } from "~/platform/time/clock.server";
import { type Database, inTransaction, type Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { REGION_TIME_ZONE, wallDay } from "~/platform/time/time-zone";
import { newId } from "~/platform/ids";
import { logger } from "~/platform/logging/logger.server";

/** Something that Hourbook does by itself, again and again. */
export interface Job {
  name: string;
  /** For people: when it runs. */
  schedule: string;
  everyMs: number;
  /** The wall time of the region, `HH:MM`, at which a job of every day runs; without it, a job runs at once and then each time. */
  at?: string;
  /**
   * One call into a command; says what it did, or null when there was nothing to do.
   * @param signal aborted when the process is to stop: finish what is under way, begin nothing
   */
  run(ctx: Context, signal?: AbortSignal): Promise<string | null> | string | null;
}

/** Begins what is said of a job that failed. */
const FAILED = "failed: ";
const hasFailed = like(jobSchedules.lastOutcome, `${FAILED}%`);

/** How many of a job's runs are kept. */
export const RUNS_KEPT = 50;

/**
 * Runs a job if it is due. It is claimed by moving its next run forward, on condition that it is still due, so that of
 * many processes one runs it. A job that fails is logged and tried again at its next time.
 * @returns whether this process ran it
 */
export async function runIfDue(db: Database, job: Job, signal?: AbortSignal): Promise<boolean> {
  const startedAt = now();
  if (!claim(db, job, startedAt)) return false;
  const ctx: Context = { db, now: startedAt, actor: null, address: null, requestId: null };
  let outcome: string | null;
  let failed = false;
  try {
    outcome = await job.run(ctx, signal);
  } catch (error) {
    logger.error({ err: error, job: job.name }, "A job failed");
    outcome = (error as Error).message;
    failed = true;
  }
  recordRun(db, job, { startedAt, finishedAt: now(), outcome, failed });
  return true;
}

/** A job's newest runs that did something or failed. */
export function listRuns(db: Reader, job: string, limit: number) {
  return db
    .select()
    .from(jobRuns)
    .where(eq(jobRuns.job, job))
    .orderBy(desc(jobRuns.startedAt), desc(jobRuns.id))
    .limit(limit)
    .all();
}

/** How many runs of some jobs are kept. */
export const countRuns = (db: Reader, jobs: readonly string[]): number =>
  countOf(
    db
      .select({ count: count() })
      .from(jobRuns)
      .where(inArray(jobRuns.job, [...jobs])),
  );

/** Whether a job failed when it last ran. */
export const isFailing = (schedule: { lastOutcome: string | null } | undefined): boolean =>
  schedule?.lastOutcome?.startsWith(FAILED) ?? false;

/** How many jobs failed when they last ran. */
export const countFailing = (db: Reader): number =>
  countOf(db.select({ count: count() }).from(jobSchedules).where(hasFailed));

/** When each job ran last and runs next, by its name. */
export function listSchedules(db: Reader) {
  return new Map(
    db
      .select()
      .from(jobSchedules)
      .all()
      .map((row) => [row.job, row]),
  );
}

function claim(db: Database, job: Job, at: number): boolean {
  const schedule = db.select().from(jobSchedules).where(eq(jobSchedules.job, job.name)).get();
  if (schedule && schedule.nextRunAt > at) return false;
  const first = job.at === undefined ? at : nextRun(job, at);
  db.insert(jobSchedules).values({ job: job.name, nextRunAt: first }).onConflictDoNothing().run();
  const due = and(eq(jobSchedules.job, job.name), lte(jobSchedules.nextRunAt, at));
  const claimed = db
    .update(jobSchedules)
    .set({ nextRunAt: nextRun(job, at), lastStartedAt: at })
    .where(due)
    .run();
  return claimed.changes === 1;
}

function nextRun({ everyMs, at: time }: Job, at: number): number {
  if (time === undefined) return at + everyMs;
  const today = wallDay(at, 0, time, REGION_TIME_ZONE);
  return today > at ? today : wallDay(at, 1, time, REGION_TIME_ZONE);
}

function recordRun(
  db: Database,
  job: Job,
  run: { startedAt: number; finishedAt: number; outcome: string | null; failed: boolean },
): void {
  const { startedAt, finishedAt, outcome, failed } = run;
  inTransaction(db, (tx) => {
    const isThis = eq(jobSchedules.job, job.name);
    tx.update(jobSchedules).set({ lastFinishedAt: finishedAt }).where(isThis).run();
    if (outcome === null) {
      // It works again, although there was nothing to do.
      tx.update(jobSchedules).set({ lastOutcome: null }).where(and(isThis, hasFailed)).run();
      return;
    }
    const lastOutcome = failed ? `${FAILED}${outcome}` : outcome;
    tx.update(jobSchedules).set({ lastOutcome }).where(isThis).run();
    tx.insert(jobRuns).values({ id: newId(), job: job.name, startedAt, finishedAt, failed, outcome }).run();
    const kept = listRuns(tx, job.name, RUNS_KEPT).map(({ id }) => id);
    tx.delete(jobRuns)
      .where(and(eq(jobRuns.job, job.name), notInArray(jobRuns.id, kept)))
      .run();
  });
}
