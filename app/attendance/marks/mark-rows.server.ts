import { and, asc, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import { attendanceMarks, walkIns } from "#drizzle/schema/attendance";
import { recordAudit, recordAudits } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { insertRows } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import type { MarkKind, MarkMethod } from "./mark-kind";

/** What the browser tells of a mark; the device is unknown without JavaScript. */
export interface DeviceInput {
  deviceTime: number;
  device?: string | undefined;
}

/** A mark that is to be written. */
export interface NewMark extends DeviceInput {
  sessionId: string;
  personId?: string | null;
  walkInId?: string | null;
  kind: MarkKind;
  at: number;
  nonce: string;
  method: MarkMethod;
  /** Who made it, where that is not whoever acts: a mark from a device that somebody else lets count. */
  recordedBy?: string;
  reason?: string | undefined;
  voidsMarkId?: string;
  /** Of a mark that a step was completed, or one that voids it. */
  stepId?: string;
  /** Of a mark that waited on its device; see `queue/device-moment`. */
  waited?: { clockOffset: number; clockDoubt: boolean };
}

/**
 * Inserts a mark unless its nonce is there (T1). The caller has checked the right to the session.
 * @returns whether there is a new row
 */
export function insertMark(tx: Transaction, ctx: ActorContext, input: NewMark): boolean {
  const row = markRow(ctx, input);
  const result = tx.insert(attendanceMarks).values(row).onConflictDoNothing({ target: attendanceMarks.nonce }).run();
  if (result.changes === 0) return false;
  recordAudit(tx, ctx, auditOf(row));
  return true;
}

/** Inserts many marks at once, whose nonces the caller knows to be unused. */
export function insertMarks(tx: Transaction, ctx: ActorContext, inputs: readonly NewMark[]): void {
  const rows = inputs.map((input) => markRow(ctx, input));
  insertRows(tx, attendanceMarks, rows);
  recordAudits(tx, ctx, rows.map(auditOf));
}

function markRow(ctx: ActorContext, input: NewMark) {
  const { sessionId, personId, walkInId, kind, at, deviceTime, device, nonce, method, reason, voidsMarkId, stepId } =
    input;
  return {
    ...{ id: newId(), sessionId, personId, walkInId, kind, at, deviceTime, device, nonce, method, reason },
    ...{ voidsMarkId, stepId, clockOffset: input.waited?.clockOffset, clockDoubt: input.waited?.clockDoubt },
    serverTime: ctx.now,
    recordedBy: input.recordedBy ?? ctx.actor.personId,
  };
}

const auditOf = ({ id: markId, sessionId, personId, kind, at, method, reason }: ReturnType<typeof markRow>) => ({
  action: `attendance.${kind}`,
  subjectId: sessionId,
  personId: personId ?? null,
  detail: { markId, at, method, ...(reason && { reason }) },
});

/** Whether a device has sent this mark before. */
export function hasNonce(tx: Transaction, nonce: string): boolean {
  return (
    tx.select({ id: attendanceMarks.id }).from(attendanceMarks).where(eq(attendanceMarks.nonce, nonce)).get() !==
    undefined
  );
}

/** Whether a mark is void. */
export function isVoided(db: Reader, markId: string): boolean {
  const voids = eq(attendanceMarks.voidsMarkId, markId);
  return db.select({ id: attendanceMarks.id }).from(attendanceMarks).where(voids).get() !== undefined;
}

/**
 * The marks of some sessions in the order they were made, of everybody or of one person. The marks of a walk-in count for
 * the person with whom the walk-in was matched since (T2).
 */
export function listMarks(db: Reader, sessionIds: readonly string[], ofPerson?: string) {
  const personId = sql<string | null>`coalesce(${attendanceMarks.personId}, ${walkIns.personId})`;
  return db
    .select({ ...getTableColumns(attendanceMarks), personId })
    .from(attendanceMarks)
    .leftJoin(walkIns, eq(walkIns.id, attendanceMarks.walkInId))
    .where(
      and(
        inArray(attendanceMarks.sessionId, [...sessionIds]),
        ofPerson === undefined ? undefined : eq(personId, ofPerson),
      ),
    )
    .orderBy(asc(attendanceMarks.id))
    .all();
}

export type MarkRow = ReturnType<typeof listMarks>[number];

/** The marks of some sessions by session and person, or walk-in where nobody has matched them: the key is `markKey`. */
export function groupMarks(db: Reader, sessionIds: readonly string[]): Map<string, MarkRow[]> {
  const grouped = new Map<string, MarkRow[]>();
  for (const row of listMarks(db, sessionIds)) {
    const key = markKey(row.sessionId, row.personId ?? row.walkInId ?? "");
    const list = grouped.get(key);
    if (list) list.push(row);
    else grouped.set(key, [row]);
  }
  return grouped;
}

/** In SQL: a mark that counts, neither a void nor voided by one. */
export const standing: SQL = sql`(attendance_marks.kind <> 'void'
  and not exists (select 1 from attendance_marks voids where voids.voids_mark_id = attendance_marks.id))`;

/** Names one person at one session. */
export const markKey = (sessionId: string, personId: string): string => `${sessionId}:${personId}`;
