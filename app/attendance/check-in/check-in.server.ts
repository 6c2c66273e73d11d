import { and, asc, count, eq, gt, inArray, lt } from "drizzle-orm";
import { checkIns, checkInTries } from "#drizzle/schema/attendance";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import { registrations } from "#drizzle/schema/registration";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf, endOfDayOf, REGION_TIME_ZONE, startOfDate } from "~/platform/time/time-zone";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import { isCheckInCode } from "./check-in-code.server";
import { type DeviceInput, groupMarks, insertMark, markKey } from "~/attendance/marks/mark-rows.server";
import { checkInWindowAt } from "~/attendance/marks/moment";
import { derivePresence, type Presence } from "~/attendance/presence/presence";
import type { CheckInRefusal } from "~/attendance/refusal";
import type { Session } from "~/catalog/offerings/offering-parts.server";
import { countOf } from "~/platform/database/rows.server";

const TRIES = 10;
const TRIES_WITHIN_MS = 10 * 60_000;

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
    if (!mine) return refuse("unknown-session");
    const { session, offering } = mine;
    if (offering.state === "cancelled") return refuse("cancelled");
    const window = checkInWindowAt(session, ctx.now);
    if (window !== "open") return refuse(window);
    const opened = tx.select().from(checkIns).where(eq(checkIns.sessionId, session.id)).get();
    if (!opened) return refuse("not-open");
    if (countTries(tx, ctx) >= TRIES) return refuse("too-many-tries");
    if (!isCheckInCode(opened.secret, input.code, ctx.now)) {
      recordTry(tx, ctx);
      return refuse("wrong-code");
    }
    const { personId } = ctx.actor;
    const presence = presenceOf(tx, session, personId);
    if (presence.selfSince === null && presence.openSince === null) {
      const { sessionId, deviceTime, device } = input;
      const mark = { sessionId, deviceTime, device, personId, at: ctx.now, nonce: newId() };
      insertMark(tx, ctx, { ...mark, kind: "in", method: "self" });
    }
    return ok(null);
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
      state: stateOf(derivePresence(session, own)),
    };
  });
}

/** `waiting` for the facilitator, or `in` by their word. */
function stateOf({ selfSince, openSince, intervals }: Presence): "waiting" | "in" | "none" {
  if (selfSince !== null) return "waiting";
  return openSince !== null || intervals.length > 0 ? "in" : "none";
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
      and(eq(registrations.personId, ctx.actor.personId), inArray(registrations.status, [...ROSTER_STATUSES]), where),
    )
    .orderBy(asc(sessions.startsAt))
    .all();
}

function presenceOf(tx: Transaction, session: Session, personId: string) {
  return derivePresence(session, groupMarks(tx, [session.id]).get(markKey(session.id, personId)) ?? []);
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
