import { and, asc, eq, gt, inArray, isNull, lt } from "drizzle-orm";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import { registrations } from "#drizzle/schema/registration";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { type Outcome, refuse } from "~/platform/outcome";
import { dateOf, endOfDayOf, REGION_TIME_ZONE, startOfDate } from "~/platform/time/time-zone";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import { checkCode, checkInStateOf, findOpened, markSelf } from "./self-mark.server";
import { type DeviceInput, groupMarks, markKey } from "~/attendance/marks/mark-rows.server";
import { findGoneSession } from "~/attendance/joining/gone-session.server";
import { checkInWindowAt } from "~/attendance/marks/moment";
import { derivePresence } from "~/attendance/presence/presence";
import type { CheckInRefusal } from "~/attendance/refusal";

interface CheckInInput extends DeviceInput {
  sessionId: string;
  code: string;
}

/**
 * The actor checks in to a session by its code of this minute: a signal that counts nothing until the facilitator
 * confirms it. Only for people of the roster, from half an hour before the start until the end. Somebody who is in
 * already stays so without a second mark.
 */
export function checkIn(ctx: ActorContext, input: CheckInInput): Outcome<null, CheckInRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const mine = listMyMeetings(tx, ctx, eq(sessions.id, input.sessionId))[0];
    if (!mine) return refuse(findGoneSession(tx, ctx, input.sessionId) ? "gone" : "unknown-session");
    const { session, offering } = mine;
    if (offering.state === "cancelled") return refuse("cancelled");
    const window = checkInWindowAt(session, ctx.now);
    if (window !== "open") return refuse(window);
    const opened = findOpened(tx, session.id);
    if (!opened) return refuse("not-open");
    const coded = checkCode(tx, ctx, opened, input.code);
    if (coded.ok) markSelf(tx, ctx, session, input);
    return coded;
  });
}

/** The actor's sessions of today, and how they stand at each: whether check-in is open, and whether they are in. */
export function listMyCheckIns(ctx: ActorContext) {
  const from = startOfDate(dateOf(ctx.now, REGION_TIME_ZONE), REGION_TIME_ZONE);
  const today = and(gt(sessions.endsAt, from), lt(sessions.startsAt, endOfDayOf(ctx.now, REGION_TIME_ZONE)));
  return describeMeetings(ctx, today);
}

/** One session of the actor's, and how they stand there; null for any other. */
export function findMyCheckIn(ctx: ActorContext, sessionId: string) {
  return describeMeetings(ctx, eq(sessions.id, sessionId))[0] ?? null;
}

function describeMeetings(ctx: ActorContext, where: Where) {
  const mine = listMyMeetings(ctx.db, ctx, where).filter(({ offering }) => offering.state !== "cancelled");
  const marks = groupMarks(
    ctx.db,
    mine.map(({ session }) => session.id),
  );
  return mine.map(({ session, offering, title }) => {
    const own = marks.get(markKey(session.id, ctx.actor.personId)) ?? [];
    return {
      sessionId: session.id,
      title,
      place: session.place ?? offering.place,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      timeZone: session.timeZone,
      window: checkInWindowAt(session, ctx.now),
      state: checkInStateOf(derivePresence(session, own)),
    };
  });
}

type Where = Parameters<typeof and>[0];

function listMyMeetings(db: Reader, ctx: ActorContext, where: Where) {
  return db
    .select({ session: sessions, offering: offerings, title: courses.title })
    .from(registrations)
    .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(sessions, eq(sessions.offeringId, offerings.id))
    .where(
      and(
        eq(registrations.personId, ctx.actor.personId),
        inArray(registrations.status, [...ROSTER_STATUSES]),
        isNull(sessions.ownMinutes),
        where,
      ),
    )
    .orderBy(asc(sessions.startsAt))
    .all();
}
