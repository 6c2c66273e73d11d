import { and, eq, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { exportRuns } from "#drizzle/schema/staff/exports";
import { type Database, inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { now } from "~/platform/time/clock.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { OPEN_EXPORT_RUNS } from "./export-order";

export type ExportRun = typeof exportRuns.$inferSelect;

/** Whoever works on a run and gives no sign for so long is gone: another takes it over. */
const GONE_AFTER_MS = 60_000;

const isOpen = inArray(exportRuns.state, [...OPEN_EXPORT_RUNS]);

/**
 * An export that was asked for in one of the actor's organisations.
 * @throws Response 404 for anybody else's
 */
export function getMyRun(db: Reader, ctx: ScopedContext, runId: string): ExportRun {
  const mine = and(eq(exportRuns.id, runId), inArray(exportRuns.organisationId, ctx.scopeIds));
  const run = db.select().from(exportRuns).where(mine).get();
  if (!run) throw notFound();
  return run;
}

/** In the order in which they were asked for; not by the index of all that there ever were. */
const IN_TURN = sql`+${exportRuns.id}`;

/** What is under way for an organisation, in the order in which it was asked for. */
export const listOpenRuns = (db: Reader, organisationId: string): ExportRun[] =>
  db
    .select()
    .from(exportRuns)
    .where(and(isOpen, eq(exportRuns.organisationId, organisationId)))
    .orderBy(IN_TURN)
    .all();

/** Runs on which nobody works, in the order in which they were asked for. */
export const listIdleRuns = (db: Reader): string[] =>
  db
    .select({ id: exportRuns.id })
    .from(exportRuns)
    .where(and(isOpen, isIdle()))
    .orderBy(IN_TURN)
    .all()
    .map(({ id }) => id);

const isIdle = (): SQL | undefined => or(isNull(exportRuns.workedUntil), lt(exportRuns.workedUntil, now()));

/**
 * Takes a run to work on it; null where somebody else does, or it has ended, or an earlier one of the same organisation is not
 * done: what is new depends on what was given out before.
 */
export function takeRun(db: Database, runId: string): ExportRun | null {
  return inTransaction(db, (tx) => {
    const worker = newId();
    const taken = tx
      .update(exportRuns)
      .set({ state: "running", worker, workedUntil: now() + GONE_AFTER_MS, done: 0, rows: 0 })
      .where(and(eq(exportRuns.id, runId), isOpen, isIdle()))
      .returning()
      .get();
    if (!taken) return null;
    const first = listOpenRuns(tx, taken.organisationId).find(({ id }) => id !== taken.id && id < taken.id);
    if (first) letGo(tx, taken);
    return first ? null : taken;
  });
}

/** Lets a run go, so that it is begun anew as soon as somebody looks. */
export function letGo(tx: Transaction, run: ExportRun): void {
  tx.update(exportRuns).set({ state: "waiting", worker: null, workedUntil: null }).where(isMine(run)).run();
}

/** Says how far a run is. False where it was stopped or taken over meanwhile. */
export function noteProgress(
  db: Database,
  run: ExportRun,
  progress: { total: number; done: number; rows: number },
): boolean {
  const values = { ...progress, workedUntil: now() + GONE_AFTER_MS };
  return db.update(exportRuns).set(values).where(isMine(run)).run().changes === 1;
}

/** Ends a run that whoever calls works on still; false where they do not any more. */
export function endRun(
  tx: Transaction,
  run: ExportRun,
  values: Pick<ExportRun, "state"> & Partial<Pick<ExportRun, "exportId" | "answer" | "rows">>,
): boolean {
  const ended = { ...values, worker: null, workedUntil: null, finishedAt: now() };
  return tx.update(exportRuns).set(ended).where(isMine(run)).run().changes === 1;
}

const isMine = ({ id, worker }: ExportRun): SQL | undefined =>
  and(eq(exportRuns.id, id), eq(exportRuns.state, "running"), eq(exportRuns.worker, worker ?? ""));

/** Stops what is under way; false where it has ended. Nothing of it is kept. */
export const stopRun = (tx: Transaction, { id }: ExportRun, by: string): boolean =>
  tx
    .update(exportRuns)
    .set({ state: "stopped", worker: null, workedUntil: null, finishedAt: now(), answer: `${by} stopped it.` })
    .where(and(eq(exportRuns.id, id), isOpen))
    .run().changes === 1;
