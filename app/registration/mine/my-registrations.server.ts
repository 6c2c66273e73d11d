import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import { registrations } from "#drizzle/schema/registration";
import type { ActorContext } from "~/platform/context";
import { inAll, newest } from "~/platform/database/newest.server";
import type { RegistrationStatus } from "~/registration/seats/status";

const NEXT = 8;

/** The actor's next sessions with a seat, soonest first, and how many are to come. */
export function listMyNextSessions(ctx: ActorContext) {
  const rows = ctx.db
    .select({
      inAll,
      sessionId: sessions.id,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      timeZone: sessions.timeZone,
      ownMinutes: sessions.ownMinutes,
      place: sessions.place,
      offeringPlace: offerings.place,
      title: courses.title,
      registrationId: registrations.id,
      status: registrations.status,
    })
    .from(registrations)
    .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(sessions, eq(sessions.offeringId, offerings.id))
    .where(
      and(
        eq(registrations.personId, ctx.actor.personId),
        inArray(registrations.status, ["registered"] satisfies RegistrationStatus[]),
        gt(sessions.endsAt, ctx.now),
      ),
    )
    .orderBy(asc(sessions.startsAt))
    .limit(NEXT)
    .all();
  return newest(rows);
}

/** The actor's seats that wait for an answer, and positions on waitlists. */
export function listMyOpenRegistrations(ctx: ActorContext) {
  return ctx.db
    .select({
      registrationId: registrations.id,
      status: registrations.status,
      offerExpiresAt: registrations.offerExpiresAt,
      timeZone: offerings.timeZone,
      title: courses.title,
    })
    .from(registrations)
    .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(
      and(
        eq(registrations.personId, ctx.actor.personId),
        inArray(registrations.status, ["offered", "waitlisted"]),
        gt(offerings.startsAt, ctx.now),
      ),
    )
    .orderBy(asc(offerings.startsAt))
    .all();
}

/** The actor's seats whose new dates or place they have not confirmed, soonest first. */
export function listMyMoves(ctx: ActorContext) {
  return ctx.db
    .select({ registrationId: registrations.id, title: courses.title })
    .from(registrations)
    .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(
      and(
        eq(registrations.personId, ctx.actor.personId),
        eq(registrations.status, "registered"),
        sql`${registrations.moveToldAt} > coalesce(${registrations.moveConfirmedAt}, 0)`,
        gt(offerings.startsAt, ctx.now),
      ),
    )
    .orderBy(asc(offerings.startsAt))
    .all();
}
