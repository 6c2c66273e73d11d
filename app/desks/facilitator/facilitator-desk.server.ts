import { and, asc, desc, eq, gt, gte, isNull, lt, sql } from "drizzle-orm";
import { published } from "~/catalog/offerings/published";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import type { ActorContext } from "~/platform/context";
import { dateOf, endOfDayOf, startOfDate, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { myOfferings } from "~/attendance/attendance-right.server";
import { countUnconfirmed, expected, waitsForConfirmation } from "./my-offerings-list.server";

const AHEAD_MS = 21 * 86_400_000;
const MOST_SHOWN = 50;

/** The sessions that people attend today and in the next three weeks, and offerings that are over and wait for confirmation. */
export function getFacilitatorDesk(ctx: ActorContext) {
  const dayEnd = endOfDayOf(ctx.now, REGION_TIME_ZONE);
  return {
    today: listSessionsOfDay(ctx),
    ahead: listSessionsBetween(ctx, dayEnd, dayEnd + AHEAD_MS),
    toConfirm: listToConfirm(ctx),
  };
}

/** The sessions of today whose attendance the actor takes. */
export function listSessionsOfDay(ctx: ActorContext) {
  const dayStart = startOfDate(dateOf(ctx.now, REGION_TIME_ZONE), REGION_TIME_ZONE);
  return listSessionsBetween(ctx, dayStart, endOfDayOf(ctx.now, REGION_TIME_ZONE));
}

function listSessionsBetween(ctx: ActorContext, from: number, to: number) {
  return ctx.db
    .select({
      sessionId: sessions.id,
      offeringId: offerings.id,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      timeZone: sessions.timeZone,
      place: sql<string>`coalesce(${sessions.place}, ${offerings.place})`,
      title: courses.title,
      expected,
    })
    .from(sessions)
    .innerJoin(offerings, eq(offerings.id, sessions.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(
      and(
        myOfferings(ctx),
        eq(offerings.state, "published"),
        isNull(sessions.ownMinutes),
        gte(sessions.startsAt, from),
        lt(sessions.startsAt, to),
      ),
    )
    .orderBy(asc(sessions.startsAt))
    .all();
}

/** Those of the last year, the last that ended first; and how many there are of all years. */
function listToConfirm(ctx: ActorContext) {
  const rows = ctx.db
    .select({
      offeringId: offerings.id,
      endsAt: offerings.endsAt,
      timeZone: offerings.timeZone,
      title: courses.title,
      expected,
    })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(and(myOfferings(ctx), waitsForConfirmation(ctx.now), gt(offerings.endsAt, ctx.now - 366 * 86_400_000)))
    .orderBy(desc(offerings.endsAt), desc(offerings.id))
    .limit(MOST_SHOWN)
    .all()
    .map(published);
  return { rows, total: countUnconfirmed(ctx) };
}
