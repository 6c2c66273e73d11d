import { and, eq, inArray } from "drizzle-orm";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { insertMark, standing } from "~/attendance/marks/mark-rows.server";
import type { Step } from "~/catalog/steps/step.server";
import type { ActorContext } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";

/** The mark that somebody completed a step, where one stands. */
export function findDone(db: Reader, stepId: string, personId: string) {
  const { stepId: of, personId: who, kind } = attendanceMarks;
  return (
    db
      .select()
      .from(attendanceMarks)
      .where(and(eq(of, stepId), eq(who, personId), eq(kind, "done"), standing))
      .orderBy(attendanceMarks.id)
      .get() ?? null
  );
}

/** The marks that a person completed some steps, those that stand, by step. */
export function listDone(db: Reader, stepIds: readonly string[], personId: string) {
  const { stepId, personId: who, kind } = attendanceMarks;
  const rows = db
    .select({ stepId, at: attendanceMarks.at, recordedBy: attendanceMarks.recordedBy })
    .from(attendanceMarks)
    .where(and(inArray(stepId, [...stepIds]), eq(who, personId), eq(kind, "done"), standing))
    .orderBy(attendanceMarks.id)
    .all();
  return new Map(rows.reverse().map((row) => [row.stepId!, row]));
}

interface DoneMark {
  personId: string;
  /** When it was done, epoch milliseconds. */
  at: number;
  /** Why somebody else says so. */
  reason?: string;
}

/** Marks a step as completed, unless it is: pressing twice marks once (T1). */
export function markDone(tx: Transaction, ctx: ActorContext, step: Step, { personId, at, reason }: DoneMark): void {
  if (findDone(tx, step.id, personId)) return;
  const mark = { sessionId: step.sessionId, stepId: step.id, personId, at, deviceTime: ctx.now, nonce: newId() };
  insertMark(tx, ctx, { ...mark, kind: "done", method: "step", ...(reason && { reason }) });
}

/**
 * Voids that a step is completed, with a reason (T1).
 * @returns whether there was something to void
 */
export function voidDone(tx: Transaction, ctx: ActorContext, step: Step, personId: string, reason: string): boolean {
  const done = findDone(tx, step.id, personId);
  if (!done) return false;
  const mark = { sessionId: step.sessionId, stepId: step.id, personId, at: done.at, deviceTime: ctx.now };
  insertMark(tx, ctx, { ...mark, kind: "void", voidsMarkId: done.id, nonce: newId(), method: "step", reason });
  return true;
}
