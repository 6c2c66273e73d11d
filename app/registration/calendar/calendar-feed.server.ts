import { and, asc, eq, gt, inArray, isNotNull } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { calendarFeeds, registrations } from "#drizzle/schema/registration";
import { recordAudit } from "~/platform/audit/audit.server";
import { newSecret, sha256 } from "~/platform/secrets/codes.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { origin, signingSecret } from "~/platform/env.server";
import { getPerson } from "~/people/persons/person.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { notFound } from "~/platform/http/responses.server";
import { open, seal, UnopenableBox } from "~/platform/secrets/sealed-box.server";
import { findBehindLink } from "~/platform/secrets/secret-link.server";
import { type CalendarDay, writeCalendar } from "./calendar.server";
import { listEntries } from "./calendar-parts.server";
import { findMyRegistration } from "~/registration/seats/registration-row.server";
import { holdsSeat, SEAT_STATUSES } from "~/registration/seats/status";

const YEAR_MS = 366 * 86_400_000;
/** How often programs are asked to come back; many take their own time. */
const REFRESH_SECONDS = 3_600;

const labelOf = (personId: string) => `calendar feed of ${personId}`;

/** The address of the actor's feed; null until they ask for one, and when another SIGNING_SECRET sealed it. */
export function findFeedAddress(ctx: ActorContext): string | null {
  const { personId } = ctx.actor;
  const feed = ctx.db.select().from(calendarFeeds).where(eq(calendarFeeds.personId, personId)).get();
  if (!feed?.sealedSecret) return null;
  try {
    return `${origin}/calendar/${open(feed.sealedSecret, signingSecret, labelOf(personId))}`;
  } catch (error) {
    if (error instanceof UnopenableBox) return null;
    throw error;
  }
}

/** Gives the actor a feed at a new secret address; the one before stops working. */
export function renewFeed(ctx: ActorContext): void {
  inTransaction(ctx.db, (tx) => insertFeed(tx, ctx, ctx.actor.personId));
}

/** Gives a person who has a feed a new address for it, in the transaction of what made them ask; the old one stops working. */
export function replaceFeed(tx: Transaction, ctx: Context, personId: string): void {
  const mine = eq(calendarFeeds.personId, personId);
  if (tx.select({ personId: calendarFeeds.personId }).from(calendarFeeds).where(mine).get())
    insertFeed(tx, ctx, personId);
}

function insertFeed(tx: Transaction, ctx: Context, personId: string): void {
  const values = { secret: null, ...sealed(personId, newSecret()), createdAt: ctx.now };
  tx.insert(calendarFeeds)
    .values({ personId, ...values })
    .onConflictDoUpdate({ target: calendarFeeds.personId, set: values })
    .run();
  recordAudit(tx, ctx, { action: "calendar-feed.renewed", subjectId: personId, personId });
}

const sealed = (personId: string, secret: string) => ({
  secretHash: sha256(secret),
  sealedSecret: seal(secret, signingSecret, labelOf(personId)),
});

/** Seals what earlier versions wrote in clear; the addresses stay. At every start. Returns how many were sealed. */
export function sealCalendarFeeds(ctx: Context): number {
  return inTransaction(ctx.db, (tx) => {
    const clear = tx.select().from(calendarFeeds).where(isNotNull(calendarFeeds.secret)).all();
    for (const { personId, secret } of clear) {
      if (secret === null) continue;
      tx.update(calendarFeeds)
        .set({ secret: null, ...sealed(personId, secret) })
        .where(eq(calendarFeeds.personId, personId))
        .run();
      recordAudit(tx, ctx, { action: "calendar-feed.sealed", subjectId: personId, personId });
    }
    return clear.length;
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
 * The feed at a secret address: every session for which its person holds a seat, and the last day of their certificate, from a year back. An address that is
 * some feed's always answers: programs of many people ask from one network, also for feeds that ended.
 * @throws Response 404 for an address that is no feed's, 429 when too many such were asked for from here
 */
export function readFeed(ctx: Context, secret: string): string {
  const feed = findFeed(ctx.db, secret) ?? findBehindLink<FeedRow>(ctx, () => null);
  if (!feed) throw notFound();
  const entries = listEntries(ctx.db, listHeld(ctx.db, feed.personId, ctx.now - YEAR_MS));
  return writeCalendar(entries, {
    method: "PUBLISH",
    feed: { name: "Hourbook", refreshSeconds: REFRESH_SECONDS },
    days: listDeadlines(ctx.db, feed.personId, dateOf(ctx.now - YEAR_MS, REGION_TIME_ZONE)),
  });
}

type FeedRow = typeof calendarFeeds.$inferSelect;

const findFeed = (db: Reader, secret: string): FeedRow | null =>
  db
    .select()
    .from(calendarFeeds)
    .where(eq(calendarFeeds.secretHash, sha256(secret)))
    .get() ?? null;

/**
 * The calendar file of one of the actor's registrations that holds a seat.
 * @throws Response 404 for any other
 */
export function readRegistrationCalendar(ctx: ActorContext, registrationId: string): string {
  const registration = findMyRegistration(ctx.db, ctx, registrationId);
  if (!registration || !holdsSeat(registration.status)) throw notFound();
  return writeCalendar(listEntries(ctx.db, [registration]), { method: "PUBLISH" });
}

/**
 * The calendar file of the last day of the actor's certificate.
 * @throws Response 404 where none is known
 */
export function readDeadlineCalendar(ctx: ActorContext): string {
  const days = listDeadlines(ctx.db, ctx.actor.personId, "");
  if (days.length === 0) throw notFound();
  return writeCalendar([], { method: "PUBLISH", days });
}

function listDeadlines(db: Reader, personId: string, from: string): CalendarDay[] {
  const { certificateExpiresOn: date, updatedAt } = getPerson(db, personId);
  if (date === null || date < from) return [];
  return [
    {
      key: `renewal-${personId}`,
      date,
      changedAt: updatedAt,
      title: "Last day of your certificate",
      description: "Until when the hours for its renewal are needed. What is missing stands on My certificate.",
      url: `${origin}/certificate`,
    },
  ];
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
