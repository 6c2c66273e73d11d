import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { heldMarks } from "#drizzle/schema/attendance";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { insertMark } from "~/attendance/marks/mark-rows.server";
import { findSession } from "~/attendance/queue/sync-facts.server";
import { takeSeatAtDoor } from "~/attendance/walk-ins/door-seat.server";
import { noteAtDoor } from "~/attendance/walk-ins/walk-in.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, orTakenBack, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { InboxRefusal } from "./inbox-refusal";
import type { Settlement } from "./held-reason";

type Held = typeof heldMarks.$inferSelect;

const SETTLED_ACTIONS = { counted: "held-mark.counted", "left-out": "held-mark.left-out" } as const;

interface SettleInput {
  offeringId: string;
  ids: string[];
  why: string;
  sessionId?: string | undefined;
}

/**
 * Lets marks that waited count, all of them or none: each becomes a mark as it was made, and says why it counts (T1). Whoever left
 * the roster gets a seat again, where one is free (R2).
 * @returns how many
 */
export function countHeldMarks(ctx: ActorContext, input: SettleInput): Outcome<number, InboxRefusal> {
  return settle(ctx, input, "counted", (tx, offering, held) => {
    if (offering.state === "cancelled") return refuse("cancelled");
    const sessionId = held.sessionId ?? input.sessionId;
    if (!sessionId || !findSession(tx, offering.id, sessionId)) return refuse("session-needed");
    return count(tx, ctx, offering, { ...held, sessionId }, input.why);
  });
}

/** Leaves marks out that waited: they stay on record, and count nothing. */
export const leaveHeldMarksOut = (ctx: ActorContext, input: SettleInput): Outcome<number, InboxRefusal> =>
  settle(ctx, input, "left-out", () => ok(null));

function settle(
  ctx: ActorContext,
  { offeringId, ids, why }: SettleInput,
  as: Settlement,
  settleOne: (tx: Transaction, offering: Offering, held: Held) => Outcome<null, InboxRefusal>,
): Outcome<number, InboxRefusal> {
  return inTransaction(ctx.db, (tx) =>
    orTakenBack(tx, (): Outcome<number, InboxRefusal> => {
      const offering = findMyOffering(tx, ctx, offeringId);
      const theirs = and(inArray(heldMarks.id, ids), eq(heldMarks.offeringId, offeringId), isNull(heldMarks.settledAt));
      const waiting = tx.select().from(heldMarks).where(theirs).orderBy(heldMarks.at, heldMarks.id).all();
      if (!offering || waiting.length !== new Set(ids).size) return refuse("unknown-mark");
      for (const held of waiting) {
        const done = settleOne(tx, offering, held);
        if (!done.ok) return done;
        tx.update(heldMarks)
          .set({ settledAs: as, settledAt: ctx.now, settledBy: ctx.actor.personId, settledWhy: why })
          .where(eq(heldMarks.id, held.id))
          .run();
        const about = { subjectId: held.sessionId ?? offeringId, personId: held.personId };
        recordAudit(tx, ctx, {
          action: SETTLED_ACTIONS[as],
          ...about,
          detail: { heldId: held.id, reason: held.reason, why },
        });
      }
      return ok(waiting.length);
    }),
  );
}

function count(
  tx: Transaction,
  ctx: ActorContext,
  offering: Offering,
  held: Held & { sessionId: string },
  why: string,
): Outcome<null, "no-seat" | "teaches-here"> {
  const { sessionId, kind, method, at, deviceTime, device, nonce, recordedBy, clockOffset, clockDoubt } = held;
  const waited = { clockOffset, clockDoubt };
  const mark = { sessionId, kind, method, at, deviceTime, device, nonce, recordedBy, waited, reason: why };
  if (held.walkInName !== null) {
    const noted = noteAtDoor(tx, ctx, offering, { name: held.walkInName, email: held.walkInEmail }, mark);
    return noted.ok ? ok(null) : noted;
  }
  if (held.personId !== null) {
    const seat = takeSeatAtDoor(tx, ctx, offering, held.personId);
    if (!seat.ok && seat.reason === "no-seat") return seat;
  }
  insertMark(tx, ctx, { ...mark, personId: held.personId, walkInId: held.walkInId });
  return ok(null);
}

/** Takes up again what was left out, so that somebody decides anew. One that is not left out stays as it is. */
export function takeUpAgain(
  ctx: ActorContext,
  { offeringId, heldId }: { offeringId: string; heldId: string },
): Outcome<null, InboxRefusal> {
  return inTransaction(ctx.db, (tx) => {
    if (!findMyOffering(tx, ctx, offeringId)) return refuse("unknown-mark");
    const leftOut = and(eq(heldMarks.id, heldId), eq(heldMarks.settledAs, "left-out"), isNotNull(heldMarks.settledAt));
    const { changes } = tx
      .update(heldMarks)
      .set({ settledAs: null, settledAt: null, settledBy: null, settledWhy: null })
      .where(and(leftOut, eq(heldMarks.offeringId, offeringId)))
      .run();
    if (changes === 0) return refuse("unknown-mark");
    recordAudit(tx, ctx, { action: "held-mark.taken-up", subjectId: offeringId, detail: { heldId } });
    return ok(null);
  });
}
