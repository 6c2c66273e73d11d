import type { ActorContext } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { AttendanceRefusal } from "~/attendance/refusal";
import { giveSeatBack } from "~/attendance/walk-ins/door-seat.server";
import { type DeviceInput, insertMark, listMarks } from "./mark-rows.server";
import { requireOpenSession } from "./marks.server";
import { findUndoable, UNDONE_AT_ONCE } from "./undo";

interface UndoInput extends DeviceInput {
  sessionId: string;
  nonce: string;
  /** Whose last mark, a person's or an unmatched walk-in's; without it the last tap, whoever it marked. */
  personId?: string | undefined;
}

/**
 * Undoes the actor's last tap at a session, or their last of one person: its marks are voided, "undone at once" (T1). A
 * seat that the tap gave at the door is given back, so that nobody stays on the roster who was put there by mistake.
 * @returns how many marks
 */
export function undoLastTap(
  ctx: ActorContext,
  { sessionId, nonce, deviceTime, device, personId: ofPerson }: UndoInput,
): Outcome<number, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = requireOpenSession(tx, ctx, sessionId, UNDONE_AT_ONCE);
    if (!found.ok) return found;
    const theirs = listMarks(tx, [sessionId]).filter(
      // What people marked at a kiosk stands in the facilitator's name, and is no tap of theirs.
      ({ personId, walkInId, method }) =>
        ofPerson === undefined ? method !== "kiosk" : (personId ?? walkInId) === ofPerson,
    );
    const marks = findUndoable(theirs, ctx.actor.personId, ctx.now);
    if (marks.length === 0) return refuse("nothing-to-undo");
    for (const mark of marks) {
      const { id, walkInId, personId, at } = mark;
      const whose = walkInId ? { walkInId } : { personId };
      const undo = { sessionId, ...whose, at, deviceTime, device, nonce: `${nonce}:${id}`, reason: UNDONE_AT_ONCE };
      // What was voided is marked anew: a void is kept like any mark.
      if (mark.kind === "void") insertMark(tx, ctx, { ...undo, kind: "in", method: "self" });
      else insertMark(tx, ctx, { ...undo, kind: "void", voidsMarkId: id, method: "roster" });
      if (mark.method === "walk-in" && !walkInId && personId) {
        giveSeatBack(tx, ctx, { offeringId: found.value.offering.id, personId, since: mark.serverTime });
      }
    }
    return ok(marks.length);
  });
}
