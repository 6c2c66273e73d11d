import { and, eq, inArray } from "drizzle-orm";
import { attendanceMarks, walkIns } from "#drizzle/schema/attendance";
import type { offerings, sessions } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { recordAudit } from "~/platform/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { countSeats, findLiveRegistration, insertRegistration } from "~/registration/registration-row.server";
import { freeSeats } from "~/registration/seats";
import { ROSTER_STATUSES } from "~/registration/status";
import { findMySession } from "./attendance-right.server";
import type { MarkKind, MarkMethod } from "./mark-kind";
import type { AttendanceRefusal } from "./refusal";

const OPENS_BEFORE_MS = 12 * 3_600_000;

interface MarkInput {
  sessionId: string;
  personId: string;
  kind: Exclude<MarkKind, "void" | "present-all">;
  /** When the person came or went. */
  at: number;
  deviceTime: number;
  nonce: string;
}

/** Marks a person of the roster in, out or absent (T1). A repeated nonce is success without a second row. */
export function recordMark(ctx: ActorContext, input: MarkInput): Outcome<null, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = requireSession(tx, ctx, input.sessionId);
    if (!found.ok) return found;
    const { offering } = found.value;
    if (!listRosterPersonIds(tx, offering.id).includes(input.personId)) return refuse("not-on-roster");
    insertMark(tx, ctx, { ...input, method: "roster" });
    return ok(null);
  });
}

/** Marks everyone of the roster who has no mark yet as present throughout. Returns how many. */
export function markAllPresent(
  ctx: ActorContext,
  input: { sessionId: string; deviceTime: number; nonce: string },
): Outcome<number, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = requireSession(tx, ctx, input.sessionId);
    if (!found.ok) return found;
    const { session, offering } = found.value;
    const marked = new Set(
      tx
        .select({ personId: attendanceMarks.personId })
        .from(attendanceMarks)
        .where(eq(attendanceMarks.sessionId, session.id))
        .all()
        .map((mark) => mark.personId),
    );
    const unmarked = listRosterPersonIds(tx, offering.id).filter((personId) => !marked.has(personId));
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

/** Voids a mark, with a reason (T1). */
export function voidMark(
  ctx: ActorContext,
  input: { sessionId: string; markId: string; reason: string; deviceTime: number; nonce: string },
): Outcome<null, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = requireSession(tx, ctx, input.sessionId);
    if (!found.ok) return found;
    const mark = tx
      .select()
      .from(attendanceMarks)
      .where(and(eq(attendanceMarks.id, input.markId), eq(attendanceMarks.sessionId, input.sessionId)))
      .get();
    if (!mark?.personId || mark.kind === "void") return refuse("unknown-mark");
    const { sessionId, deviceTime, nonce, reason } = input;
    insertMark(tx, ctx, {
      sessionId,
      deviceTime,
      nonce,
      reason,
      personId: mark.personId,
      kind: "void",
      at: mark.at,
      voidsMarkId: mark.id,
      method: "roster",
    });
    return ok(null);
  });
}

/**
 * Takes in somebody at the door who is not on the roster (T2). A person known by the address gets a seat, if one is
 * free, and a mark in; anyone else is noted and matched to a person later.
 */
export function addWalkIn(
  ctx: ActorContext,
  input: { sessionId: string; name: string; email?: string; deviceTime: number; nonce: string },
): Outcome<{ matched: boolean }, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = requireSession(tx, ctx, input.sessionId);
    if (!found.ok) return found;
    const { session, offering } = found.value;
    if (hasNonce(tx, input.nonce)) return ok({ matched: true });
    const person = input.email ? tx.select().from(persons).where(eq(persons.email, input.email)).get() : undefined;
    const mark = {
      sessionId: session.id,
      kind: "in" as const,
      at: ctx.now,
      deviceTime: input.deviceTime,
      nonce: input.nonce,
      method: "walk-in" as const,
    };
    if (person) {
      const live = findLiveRegistration(tx, offering.id, person.id);
      if (!live) {
        if (freeSeats(countSeats(tx, offering.id)) === 0) return refuse("no-seat");
        insertRegistration(tx, ctx, {
          offeringId: offering.id,
          personId: person.id,
          status: "registered",
          reason: "walk-in",
        });
      }
      insertMark(tx, ctx, { ...mark, personId: person.id });
      return ok({ matched: true });
    }
    const walkInId = newId();
    tx.insert(walkIns)
      .values({
        id: walkInId,
        offeringId: offering.id,
        name: input.name,
        email: input.email ?? null,
        recordedBy: ctx.actor.personId,
        recordedAt: ctx.now,
      })
      .run();
    insertMark(tx, ctx, { ...mark, walkInId });
    return ok({ matched: false });
  });
}

/** Inserts a mark unless its nonce is there. The caller has checked the right to the session. */
export function insertMark(
  tx: Transaction,
  ctx: ActorContext,
  input: {
    sessionId: string;
    personId?: string;
    walkInId?: string;
    kind: MarkKind;
    at: number;
    deviceTime: number;
    nonce: string;
    method: MarkMethod;
    reason?: string;
    voidsMarkId?: string;
  },
): void {
  const id = newId();
  const result = tx
    .insert(attendanceMarks)
    .values({ id, ...input, serverTime: ctx.now, recordedBy: ctx.actor.personId })
    .onConflictDoNothing({ target: attendanceMarks.nonce })
    .run();
  if (result.changes === 0) return;
  recordAudit(tx, ctx, {
    action: `attendance.${input.kind}`,
    subjectId: input.sessionId,
    personId: input.personId ?? null,
    detail: { markId: id, at: input.at, ...(input.reason && { reason: input.reason }) },
  });
}

/** Ids of the people whom a facilitator expects. */
export function listRosterPersonIds(tx: Transaction, offeringId: string): string[] {
  return tx
    .select({ personId: registrations.personId })
    .from(registrations)
    .where(and(eq(registrations.offeringId, offeringId), inArray(registrations.status, [...ROSTER_STATUSES])))
    .all()
    .map((row) => row.personId);
}

function hasNonce(tx: Transaction, nonce: string): boolean {
  return (
    tx.select({ id: attendanceMarks.id }).from(attendanceMarks).where(eq(attendanceMarks.nonce, nonce)).get() !==
    undefined
  );
}

type FoundSession = { session: typeof sessions.$inferSelect; offering: typeof offerings.$inferSelect };

function requireSession(
  tx: Transaction,
  ctx: ActorContext,
  sessionId: string,
): Outcome<FoundSession, AttendanceRefusal> {
  const found = findMySession(tx, ctx, sessionId);
  if (!found) return refuse("unknown-session");
  if (found.offering.state === "cancelled") return refuse("cancelled");
  if (ctx.now < found.session.startsAt - OPENS_BEFORE_MS) return refuse("too-early");
  return ok(found);
}
