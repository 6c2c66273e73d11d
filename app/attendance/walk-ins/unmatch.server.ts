import { eq } from "drizzle-orm";
import { walkIns } from "#drizzle/schema/attendance";
import type { AttendanceRefusal } from "~/attendance/refusal";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { giveSeatBack } from "./door-seat.server";
import { findMyWalkIn } from "./walk-in.server";

/**
 * Takes a match back that was wrong: the walk-in is to be matched again, their marks count for nobody, and a seat that the match
 * gave goes back. Taking it back again changes nothing.
 */
export function unmatchWalkIn(
  ctx: ActorContext,
  input: { walkInId: string },
): Outcome<{ name: string }, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findMyWalkIn(tx, ctx, input.walkInId);
    if (!found) return refuse("unknown-walk-in");
    const { walkIn, offering } = found;
    const { id, name, personId, matchedAt } = walkIn;
    if (personId === null) return ok({ name });
    // Who said so last, and when: a confirmation from before is out of date.
    const nobody = { personId: null, matchedBy: ctx.actor.personId, matchedAt: ctx.now };
    tx.update(walkIns).set(nobody).where(eq(walkIns.id, id)).run();
    if (matchedAt !== null) giveSeatBack(tx, ctx, { offeringId: offering.id, personId, since: matchedAt });
    const detail = { offeringId: offering.id, name };
    recordAudit(tx, ctx, { action: "walk-in.unmatched", subjectId: id, personId, detail });
    return ok({ name });
  });
}
