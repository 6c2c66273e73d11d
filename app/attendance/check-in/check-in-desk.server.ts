import { eq } from "drizzle-orm";
import { checkIns } from "#drizzle/schema/attendance";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { findMySession } from "~/attendance/attendance-right.server";
import { requireMySession } from "~/attendance/joining/gone-session.server";
import { drawQr } from "~/platform/text/qr-picture.server";
import { checkInCodeAt, newCheckInSecret, nextCodeAt } from "./check-in-code.server";
import { groupMarks, markKey } from "~/attendance/marks/mark-rows.server";
import { listRosterPersonIds } from "~/attendance/marks/marks.server";
import { checkInWindowAt } from "~/attendance/marks/moment";
import { derivePresence } from "~/attendance/presence/presence";
import type { AttendanceRefusal } from "~/attendance/refusal";
import { getCourse } from "~/catalog/courses/course.server";

/** The facilitator opens self check-in for a session. Opening it again changes nothing. */
export function openCheckIn(ctx: ActorContext, sessionId: string): Outcome<null, AttendanceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findMySession(tx, ctx, sessionId);
    if (!found) return refuse("unknown-session");
    if (found.offering.state === "cancelled") return refuse("cancelled");
    const row = { sessionId, secret: newCheckInSecret(), openedAt: ctx.now, openedBy: ctx.actor.personId };
    const { changes } = tx.insert(checkIns).values(row).onConflictDoNothing().run();
    if (changes > 0) recordAudit(tx, ctx, { action: "check-in.opened", subjectId: sessionId });
    return ok(null);
  });
}

/**
 * What the facilitator's screen shows: the code of this minute, where it leads, and how many have come.
 * @throws Response 404 when the session is not the actor's to take
 */
export async function getCheckInScreen(ctx: ActorContext, sessionId: string) {
  const found = requireMySession(ctx, sessionId);
  const { session, offering } = found;
  const opened = ctx.db.select().from(checkIns).where(eq(checkIns.sessionId, sessionId)).get();
  const marks = groupMarks(ctx.db, [sessionId]);
  const people = listRosterPersonIds(ctx.db, offering.id);
  const here = people.map((id) => derivePresence(session, marks.get(markKey(sessionId, id)) ?? []));
  const code = opened ? checkInCodeAt(opened.secret, ctx.now) : null;
  return {
    session,
    offering,
    title: getCourse(ctx.db, offering.courseId).title,
    window: checkInWindowAt(session, ctx.now),
    code,
    /** How long the code still stands on the screen, milliseconds. */
    lastsMs: nextCodeAt(ctx.now) - ctx.now,
    address: `${origin}/check-in`,
    qr: code && drawQr(`${origin}/check-in/${sessionId}?code=${code}`),
    expected: people.length,
    waiting: here.filter(({ selfSince }) => selfSince !== null).length,
    present: here.filter(({ openSince, intervals }) => openSince !== null || intervals.length > 0).length,
  };
}
