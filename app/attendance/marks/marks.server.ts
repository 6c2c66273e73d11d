import { and, eq, inArray } from "drizzle-orm";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { instructors } from "#drizzle/schema/catalog";
import { registrations } from "#drizzle/schema/registration";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import { findMySession } from "~/attendance/attendance-right.server";
import { isMarked } from "~/attendance/presence/presence";
import { requireReason } from "~/attendance/presence/confirmation.server";
import type { DoorMarkKind } from "./mark-kind";
import { OPENS_BEFORE_MS } from "./moment";
import { type DeviceInput, groupMarks, insertMark, isVoided, markKey } from "./mark-rows.server";
import { listOpenWalkIns } from "~/attendance/walk-ins/open-walk-ins.server";
import type { AttendanceRefusal } from "~/attendance/refusal";
import type { Session } from "~/catalog/offerings/offering-parts.server";
import type { Offering } from "~/catalog/offerings/offering.server";

interface MarkInput extends DeviceInput {
  sessionId: string;
  /** Or of a walk-in whom nobody has matched. */
  personId: string;
  kind: Exclude<DoorMarkKind, "void" | "present-all">;
  /** When the person came or went. */
  at: number;
  nonce: string;
  /** Why; needed once attendance is confirmed. */
  reason?: string | undefined;
}

/**
 * Marks a participant or an instructor of the roster, or a walk-in who is noted by name, in, out or absent (T1). A repeated
 * nonce is success without a second row.
 */
export function recordMark(ctx: ActorContext, input: MarkInput): Outcome<null, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = requireOpenSession(tx, ctx, input.sessionId, input.reason);
    if (!found.ok) return found;
    const { offering } = found.value;
    const expected = [...listRosterPersonIds(tx, offering.id), ...listInstructorPersonIds(tx, offering.id)];
    if (expected.includes(input.personId)) insertMark(tx, ctx, { ...input, method: "roster" });
    else if (!listOpenWalkIns(tx, offering.id).some(({ id }) => id === input.personId)) return refuse("not-on-roster");
    else insertMark(tx, ctx, { ...input, personId: null, walkInId: input.personId, method: "roster" });
    return ok(null);
  });
}

interface ManyInput extends DeviceInput {
  sessionId: string;
  nonce: string;
  who?: readonly string[] | undefined;
  reason?: string | undefined;
}

/**
 * Marks every participant who has no mark yet as present throughout, or those of them who are named. Instructors are marked
 * one by one (H7).
 * @returns how many
 */
export function markAllPresent(ctx: ActorContext, { who, ...input }: ManyInput): Outcome<number, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = requireOpenSession(tx, ctx, input.sessionId, input.reason);
    if (!found.ok) return found;
    const { session, offering } = found.value;
    const marks = groupMarks(tx, [session.id]);
    const unmarked = listRosterPersonIds(tx, offering.id).filter(
      (personId) => (!who || who.includes(personId)) && !isMarked(marks.get(markKey(session.id, personId)) ?? []),
    );
    for (const personId of unmarked) {
      insertMark(tx, ctx, {
        ...input,
        personId,
        kind: "present-all",
        at: session.startsAt,
        nonce: `${input.nonce}:${personId}`,
        method: "roster",
      });
    }
    return ok(unmarked.length);
  });
}

/** Voids a mark, with a reason (T1). One that is void already stays so, without a second row. */
export function voidMark(
  ctx: ActorContext,
  input: { sessionId: string; markId: string; reason: string; nonce: string } & DeviceInput,
): Outcome<null, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = requireOpenSession(tx, ctx, input.sessionId, input.reason);
    if (!found.ok) return found;
    const mark = tx
      .select()
      .from(attendanceMarks)
      .where(and(eq(attendanceMarks.id, input.markId), eq(attendanceMarks.sessionId, input.sessionId)))
      .get();
    if (!mark || mark.kind === "void") return refuse("unknown-mark");
    if (isVoided(tx, mark.id)) return ok(null);
    const { markId: voidsMarkId, ...rest } = input;
    const { personId, walkInId, at } = mark;
    insertMark(tx, ctx, { ...rest, personId, walkInId, at, kind: "void", voidsMarkId, method: "roster" });
    return ok(null);
  });
}

/** Ids of the participants whom a facilitator expects. */
export function listRosterPersonIds(db: Reader, offeringId: string): string[] {
  return db
    .select({ personId: registrations.personId })
    .from(registrations)
    .where(and(eq(registrations.offeringId, offeringId), inArray(registrations.status, [...ROSTER_STATUSES])))
    .all()
    .map((row) => row.personId);
}

function listInstructorPersonIds(db: Reader, offeringId: string): string[] {
  return db
    .select({ personId: instructors.personId })
    .from(instructors)
    .where(eq(instructors.offeringId, offeringId))
    .all()
    .flatMap((row) => row.personId ?? []);
}

type FoundSession = { session: Session; offering: Offering };

/** A session of the actor's whose attendance can be taken now; a correction after it was confirmed says why. */
export function requireOpenSession(
  tx: Transaction,
  ctx: ActorContext,
  sessionId: string,
  reason: string | undefined,
): Outcome<FoundSession, AttendanceRefusal> {
  const found = findMySession(tx, ctx, sessionId);
  if (!found) return refuse("unknown-session");
  if (found.offering.state === "cancelled") return refuse("cancelled");
  if (ctx.now < found.session.startsAt - OPENS_BEFORE_MS) return refuse("too-early");
  const explained = requireReason(tx, found.offering.id, reason);
  return explained.ok ? ok(found) : explained;
}
