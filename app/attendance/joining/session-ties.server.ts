import { and, asc, desc, eq, gte, isNull } from "drizzle-orm";
import { instructors, offerings, sessions } from "#drizzle/schema/catalog";
import { registrations } from "#drizzle/schema/registration";
import { myOfferings } from "~/attendance/attendance-right.server";
import { checkInWindowAt } from "~/attendance/marks/moment";
import { joinUrlOf } from "~/catalog/offerings/join-url";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";

/** The actor's latest registration for an offering, whatever became of it. */
export function findLatest(db: Reader, ctx: ActorContext, offeringId: string) {
  return db
    .select({ id: registrations.id, status: registrations.status })
    .from(registrations)
    .where(and(eq(registrations.offeringId, offeringId), eq(registrations.personId, ctx.actor.personId)))
    .orderBy(desc(registrations.id))
    .limit(1)
    .get();
}

/** Whether the actor teaches in an offering, and whether they may take its attendance. */
export function tiesTo(db: Reader, ctx: ActorContext, offeringId: string) {
  const teaching = and(eq(instructors.offeringId, offeringId), eq(instructors.personId, ctx.actor.personId));
  const mine = and(eq(offerings.id, offeringId), myOfferings(ctx));
  return {
    teaches: db.select({ id: instructors.id }).from(instructors).where(teaching).get() !== undefined,
    takesAttendance: db.select({ id: offerings.id }).from(offerings).where(mine).get() !== undefined,
  };
}

/**
 * The session of an offering that is held now, or that comes next: a calendar's series has one address for them all. `open`: it can
 * be joined online now.
 */
export function findNext(db: Reader, now: number, offering: { id: string; link: string | null }) {
  const next = db
    .select()
    .from(sessions)
    .where(and(eq(sessions.offeringId, offering.id), isNull(sessions.ownMinutes), gte(sessions.endsAt, now)))
    .orderBy(asc(sessions.startsAt))
    .limit(1)
    .get();
  if (!next) return null;
  const { id, startsAt, endsAt, timeZone } = next;
  // Where it leads is told by the button alone.
  const isOnline = joinUrlOf(next, offering) !== null;
  return { id, startsAt, endsAt, timeZone, isOnline, open: isOnline && checkInWindowAt(next, now) === "open" };
}
