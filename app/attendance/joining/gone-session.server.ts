import { redirect } from "@remix-run/node";
import { and, eq, isNotNull } from "drizzle-orm";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import { removedSessions } from "#drizzle/schema/online/removed-sessions";
import { findMySession } from "~/attendance/attendance-right.server";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { findLatest, findNext, tiesTo } from "./session-ties.server";

/**
 * A session that nobody attends any more, taken out of its offering or turned into work on people's own time, for whoever ever
 * registered, teaches there or takes the attendance; null for anybody else, and for every other session.
 */
export function findGoneSession(db: Reader, ctx: ActorContext, sessionId: string) {
  const gone = findRemoved(db, sessionId) ?? findOwnTime(db, sessionId);
  if (!gone) return null;
  const { offeringId, state, link, ...shown } = gone;
  const registrationId = findLatest(db, ctx, offeringId)?.id ?? null;
  const { teaches, takesAttendance } = tiesTo(db, ctx, offeringId);
  if (!registrationId && !teaches && !takesAttendance) return null;
  const isCancelled = state === "cancelled";
  return {
    ...shown,
    offeringId,
    isCancelled,
    registrationId,
    takesAttendance,
    next: isCancelled ? null : findNext(db, ctx.now, { id: offeringId, link }),
  };
}

export type GoneSession = NonNullable<ReturnType<typeof findGoneSession>>;

const ofOffering = { offeringId: offerings.id, state: offerings.state, link: offerings.link, title: courses.title };

function findRemoved(db: Reader, sessionId: string) {
  const { startsAt, endsAt, timeZone } = removedSessions;
  const row = db
    .select({ startsAt, endsAt, timeZone, ...ofOffering })
    .from(removedSessions)
    .innerJoin(offerings, eq(offerings.id, removedSessions.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(eq(removedSessions.sessionId, sessionId))
    .get();
  return row && { ...row, became: "removed" as const };
}

function findOwnTime(db: Reader, sessionId: string) {
  const { startsAt, endsAt, timeZone } = sessions;
  const row = db
    .select({ startsAt, endsAt, timeZone, ...ofOffering })
    .from(sessions)
    .innerJoin(offerings, eq(offerings.id, sessions.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(and(eq(sessions.id, sessionId), isNotNull(sessions.ownMinutes)))
    .get();
  return row && { ...row, became: "own-time" as const };
}

/**
 * A session that people attend and whose attendance the actor may take, with its offering.
 * @throws Response 404 for any other; for one that is gone it leads to the page that says so
 */
export function requireMySession(ctx: ActorContext, sessionId: string) {
  const found = findMySession(ctx.db, ctx, sessionId);
  if (found) return found;
  throw findGoneSession(ctx.db, ctx, sessionId)?.takesAttendance ? redirect(`/join/${sessionId}`) : notFound();
}
