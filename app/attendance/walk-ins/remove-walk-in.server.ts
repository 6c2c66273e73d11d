import type { ActorContext } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import { insertMark, listMarks } from "~/attendance/marks/mark-rows.server";
import { listStanding } from "~/attendance/presence/presence";
import type { AttendanceRefusal } from "~/attendance/refusal";
import { findMyWalkIn } from "./walk-in.server";

const NOTED_TWICE = "noted twice, or by mistake";

/**
 * Takes a walk-in off who was noted twice or by mistake and is matched to nobody: all marks of theirs are voided, and what
 * was noted is kept (T1). Taking off again changes nothing.
 */
export function removeWalkIn(
  ctx: ActorContext,
  input: { walkInId: string },
): Outcome<{ name: string }, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findMyWalkIn(tx, ctx, input.walkInId);
    if (!found) return refuse("unknown-walk-in");
    const { id: walkInId, name, personId } = found.walkIn;
    if (personId !== null) return refuse("already-matched");
    const sessionIds = listSessions(tx, found.offering.id).map(({ id }) => id);
    const marks = listStanding(listMarks(tx, sessionIds).filter((mark) => mark.walkInId === walkInId));
    for (const { id: voidsMarkId, sessionId, at } of marks) {
      const mark = { sessionId, walkInId, at, deviceTime: ctx.now, nonce: newId(), method: "roster" as const };
      insertMark(tx, ctx, { ...mark, kind: "void", voidsMarkId, reason: NOTED_TWICE });
    }
    return ok({ name });
  });
}
