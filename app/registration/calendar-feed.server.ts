import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { calendarFeeds, registrations } from "#drizzle/schema/registration";
import { recordAudit } from "~/platform/audit.server";
import { newSecret } from "~/platform/codes.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database.server";
import { origin } from "~/platform/env.server";
import { notFound } from "~/platform/responses.server";
import { writeCalendar } from "./calendar.server";
import { listEntries } from "./invitation.server";
import { findMyRegistration } from "./registration-row.server";
import { holdsSeat, SEAT_STATUSES } from "./status";

const YEAR_MS = 366 * 86_400_000;

/** The address of the actor's feed; null until they ask for one. */
export function findFeedAddress(ctx: ActorContext): string | null {
  const feed = ctx.db.select().from(calendarFeeds).where(eq(calendarFeeds.personId, ctx.actor.personId)).get();
  return feed ? `${origin}/calendar/${feed.secret}` : null;
}

/** Gives the actor a feed at a new secret address; the one before stops working. */
export function renewFeed(ctx: ActorContext): void {
  inTransaction(ctx.db, (tx) => {
    const { personId } = ctx.actor;
    const values = { secret: newSecret(), createdAt: ctx.now };
    tx.insert(calendarFeeds)
      .values({ personId, ...values })
      .onConflictDoUpdate({ target: calendarFeeds.personId, set: values })
      .run();
    recordAudit(tx, ctx, { action: "calendar-feed.renewed", subjectId: personId, personId });
  });
}

/** Ends the actor's feed: its address stops working. */
export function endFeed(ctx: ActorContext): void {
  inTransaction(ctx.db, (tx) => {
    const { personId } = ctx.actor;
    tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId)).run();
    recordAudit(tx, ctx, { action: "calendar-feed.ended", subjectId: personId, personId });
  });
}

/**
 * The feed at a secret address: every session for which its person holds a seat, from a year back.
 * @throws Response 404 for an address that is no feed's
 */
export function readFeed(ctx: Context, secret: string): string {
  const feed = ctx.db.select().from(calendarFeeds).where(eq(calendarFeeds.secret, secret)).get();
  if (!feed) throw notFound();
  const entries = listEntries(ctx.db, listHeld(ctx.db, feed.personId, ctx.now - YEAR_MS));
  return writeCalendar(entries, { method: "PUBLISH", stamp: ctx.now, name: "Hourbook" });
}

/**
 * The calendar file of one of the actor's registrations that holds a seat.
 * @throws Response 404 for any other
 */
export function readRegistrationCalendar(ctx: ActorContext, registrationId: string): string {
  const registration = findMyRegistration(ctx.db, ctx, registrationId);
  if (!registration || !holdsSeat(registration.status)) throw notFound();
  return writeCalendar(listEntries(ctx.db, [registration]), { method: "PUBLISH", stamp: ctx.now });
}

function listHeld(db: Reader, personId: string, from: number) {
  return db
    .select({ registration: registrations })
    .from(registrations)
    .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
    .where(
      and(
        eq(registrations.personId, personId),
        inArray(registrations.status, [...SEAT_STATUSES]),
        gt(offerings.endsAt, from),
      ),
    )
    .orderBy(asc(offerings.startsAt))
    .all()
    .map(({ registration }) => registration);
}
