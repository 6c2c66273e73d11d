import { and, count, eq, gt, lt } from "drizzle-orm";
import { checkIns, checkInTries } from "#drizzle/schema/attendance";
import { type DeviceInput, groupMarks, insertMark, markKey } from "~/attendance/marks/mark-rows.server";
import { derivePresence, type Presence } from "~/attendance/presence/presence";
import type { Session } from "~/catalog/offerings/offering-parts.server";
import type { ActorContext } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { isCheckInCode } from "./check-in-code.server";

const TRIES = 10;
const TRIES_WITHIN_MS = 10 * 60_000;

export type OpenedCheckIn = typeof checkIns.$inferSelect;

/** The self check-in that a facilitator has opened for a session; null where none is. */
export function findOpened(db: Reader, sessionId: string): OpenedCheckIn | null {
  return db.select().from(checkIns).where(eq(checkIns.sessionId, sessionId)).get() ?? null;
}

/** Asks for the code of this minute; after ten wrong ones within ten minutes no code of the account's is right. */
export function checkCode(
  tx: Transaction,
  ctx: ActorContext,
  opened: OpenedCheckIn,
  code: string,
): Outcome<null, "wrong-code" | "too-many-tries"> {
  if (countTries(tx, ctx) >= TRIES) return refuse("too-many-tries");
  if (isCheckInCode(opened.secret, code, ctx.now)) return ok(null);
  recordTry(tx, ctx);
  return refuse("wrong-code");
}

interface SelfMark extends DeviceInput {
  /** Where the mark was made, if not by the code at the door. */
  reason?: string | undefined;
}

/**
 * Marks the actor in by their own hand: a signal that counts nothing until the facilitator confirms it. Somebody who is in
 * already, or waits to be confirmed, stays so without a second mark.
 */
export function markSelf(tx: Transaction, ctx: ActorContext, session: Session, sent: SelfMark): void {
  const presence = presenceOf(tx, ctx, session);
  if (presence.selfSince !== null || presence.openSince !== null) return;
  const { personId } = ctx.actor;
  const { deviceTime, device, reason } = sent;
  const mark = { sessionId: session.id, personId, at: ctx.now, nonce: newId(), deviceTime, device, reason };
  insertMark(tx, ctx, { ...mark, kind: "in", method: "self" });
}

/** How the actor stands at a session. */
export function presenceOf(db: Reader, ctx: ActorContext, session: Session): Presence {
  const { personId } = ctx.actor;
  return derivePresence(session, groupMarks(db, [session.id]).get(markKey(session.id, personId)) ?? []);
}

/** `waiting` for the facilitator, or `in` by their word. */
export function checkInStateOf({ selfSince, openSince, intervals }: Presence): "waiting" | "in" | "none" {
  if (selfSince !== null) return "waiting";
  return openSince !== null || intervals.length > 0 ? "in" : "none";
}

function countTries(tx: Transaction, ctx: ActorContext): number {
  const { accountId } = ctx.actor;
  const recent = and(eq(checkInTries.accountId, accountId), gt(checkInTries.triedAt, ctx.now - TRIES_WITHIN_MS));
  return countOf(tx.select({ count: count() }).from(checkInTries).where(recent));
}

/** Notes a wrong code, and forgets those that no longer matter. */
function recordTry(tx: Transaction, ctx: ActorContext): void {
  const { accountId } = ctx.actor;
  const old = and(eq(checkInTries.accountId, accountId), lt(checkInTries.triedAt, ctx.now - TRIES_WITHIN_MS));
  tx.delete(checkInTries).where(old).run();
  tx.insert(checkInTries).values({ id: newId(), accountId, triedAt: ctx.now }).run();
}
