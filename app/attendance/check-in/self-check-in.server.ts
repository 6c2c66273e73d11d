import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { requireReason } from "~/attendance/presence/confirmation.server";
import { type DeviceInput, groupMarks, insertMark, type MarkRow, markKey } from "~/attendance/marks/mark-rows.server";
import { listRosterPersonIds, requireOpenSession } from "~/attendance/marks/marks.server";
import { NOT_THERE } from "~/attendance/marks/undo";
import { derivePresence } from "~/attendance/presence/presence";
import type { AttendanceRefusal } from "~/attendance/refusal";
import { listSessions, type SessionWithPauses } from "~/catalog/offerings/offering-parts.server";

interface Answer {
  /** Whether the people who checked in by themselves were there. */
  here: boolean;
  reason?: string | undefined;
}

/**
 * Says of the people who checked in to a session by themselves, or of some of them, that they were there. The mark is in
 * at the moment of their check-in, or at the start when they came before it.
 * @returns how many
 */
export function confirmSelfCheckIns(
  ctx: ActorContext,
  input: { sessionId: string; who?: readonly string[] | undefined; reason?: string | undefined } & DeviceInput,
): Outcome<number, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = requireOpenSession(tx, ctx, input.sessionId, input.reason);
    if (!found.ok) return found;
    const { session, offering } = found.value;
    const people = listRosterPersonIds(tx, offering.id).filter((id) => !input.who || input.who.includes(id));
    return ok(answerAll(tx, ctx, [session], people, { here: true, ...input }));
  });
}

/** Says the same of a whole offering before its attendance is confirmed, or that they were not there. Returns how many. */
export function answerSelfCheckIns(
  ctx: ActorContext,
  input: { offeringId: string } & Answer,
): Outcome<number, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const offering = findMyOffering(tx, ctx, input.offeringId);
    if (!offering) return refuse("unknown-offering");
    const explained = requireReason(tx, offering.id, input.reason);
    if (!explained.ok) return explained;
    const people = listRosterPersonIds(tx, offering.id);
    const sessions = listSessions(tx, offering.id);
    return ok(answerAll(tx, ctx, sessions, people, { ...input, deviceTime: ctx.now }));
  });
}

type Asked = Pick<SessionWithPauses, "id" | "startsAt" | "endsAt">;

function answerAll(
  tx: Transaction,
  ctx: ActorContext,
  sessions: readonly Asked[],
  people: readonly string[],
  answer: Answer & DeviceInput,
): number {
  const marks = groupMarks(
    tx,
    sessions.map(({ id }) => id),
  );
  let answered = 0;
  for (const session of sessions) {
    for (const personId of people) {
      const own = marks.get(markKey(session.id, personId)) ?? [];
      const { selfSince } = derivePresence(session, own);
      if (selfSince === null) continue;
      const mark = { ...answer, sessionId: session.id, personId, method: "roster" as const };
      if (answer.here) insertArrival(tx, ctx, mark, Math.max(selfSince, session.startsAt));
      else voidSelfMarks(tx, ctx, mark, own);
      answered++;
    }
  }
  return answered;
}

type AnswerMark = Answer & DeviceInput & { sessionId: string; personId: string; method: "roster" };

function insertArrival(tx: Transaction, ctx: ActorContext, answer: AnswerMark, at: number): void {
  const { here: _here, ...mark } = answer;
  insertMark(tx, ctx, { ...mark, kind: "in", at, nonce: newId() });
}

function voidSelfMarks(tx: Transaction, ctx: ActorContext, answer: AnswerMark, own: readonly MarkRow[]): void {
  const voided = new Set(own.map(({ voidsMarkId }) => voidsMarkId));
  const { here: _here, reason: why, ...mark } = answer;
  const reason = why ? `${NOT_THERE}: ${why}` : NOT_THERE;
  for (const { id, at } of own.filter(({ id, method }) => method === "self" && !voided.has(id))) {
    insertMark(tx, ctx, { ...mark, kind: "void", at, reason, voidsMarkId: id, nonce: newId() });
  }
}
