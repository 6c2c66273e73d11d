import { and, count, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { offerings, sessions } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { grants } from "#drizzle/schema/grants";
import { registrations } from "#drizzle/schema/registration";
import { findNewestReflection } from "~/attendance/steps/do-step.server";
import { listDone } from "~/attendance/steps/step-marks.server";
import { dueAtOf } from "~/attendance/steps/step-rules";
import { listStepsOf } from "~/catalog/steps/step.server";
import { joinPageOf } from "~/catalog/offerings/join-page.server";
import { getProvider } from "~/catalog/providers/provider.server";
import type { Transaction } from "~/platform/database/database.server";
import { aggregateOf } from "~/platform/database/rows.server";
import { origin } from "~/platform/env.server";
import { formatDateTime, formatSessionLine, plural } from "~/platform/format";
import { dateOf, daysBetween } from "~/platform/time/time-zone";
import {
  describeArrival,
  nameOffering,
  passOf,
  replyToFor,
  replyToOf,
} from "~/registration/messages/offering-message.server";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import type { Compose } from "./compose.server";
import type { Reminder } from "./reconcile.server";

const NO_SEAT = { skip: "The person holds no seat any more." };
const MOVED = { skip: "The session was moved or taken out." };

/** A reminder of a session to somebody who holds a seat. */
export const composeSession: Compose = (tx, ctx, reminder) => {
  if (reminder.occasion.startsWith("due ")) return composeSteps(tx, ctx, reminder);
  const found = findSession(tx, reminder);
  if (!found) return MOVED;
  const { session, offering } = found;
  const registration = findSeat(tx, reminder, offering.id);
  if (!registration) return NO_SEAT;
  const { providerName, offeringTitle } = nameOffering(tx, offering.id);
  const about = { offering, provider: getProvider(tx, offering.providerId) };
  return {
    kind: "session-reminder",
    replyTo: replyToOf(about),
    payload: {
      providerName,
      offeringTitle,
      howSoon: howSoon(ctx.now, session.startsAt, session.timeZone),
      session: lineOf(found),
      joinUrl: joinPageOf(session, offering),
      ...describeArrival(about),
      pass: passOf(registration, offering),
      registrationUrl: `${origin}/registrations/${registration.id}`,
    },
  };
};

/** Steps that are due soon, to somebody who holds a seat and has not done them. */
const composeSteps: Compose = (tx, ctx, reminder) => {
  const found = findPublic(tx, reminder.subjectId);
  const dueAt = Number(reminder.occasion.slice("due ".length));
  if (!found || found.session.ownMinutes === null) return MOVED;
  const { session, offering } = found;
  const registration = findSeat(tx, reminder, offering.id);
  if (!registration) return NO_SEAT;
  const due = listStepsOf(tx, session.id).filter((step) => dueAtOf(step, session) === dueAt);
  const done = listDone(tx, idsOf(due), reminder.personId);
  const left = due.filter(
    ({ id }) => !done.has(id) && findNewestReflection(tx, id, reminder.personId)?.state !== "waiting",
  );
  if (left.length === 0) return { skip: "The steps are done, or due at another time." };
  return {
    kind: "steps-due",
    replyTo: replyToFor(tx, offering.id),
    payload: {
      ...nameOffering(tx, offering.id),
      howSoon: howSoon(ctx.now, dueAt, session.timeZone),
      dueBy: formatDateTime(dueAt, session.timeZone),
      steps: left.map(({ title }) => title),
      registrationUrl: `${origin}/registrations/${registration.id}`,
    },
  };
};

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

function findSeat(tx: Transaction, { personId }: Reminder, offeringId: string) {
  const { offeringId: of, personId: who, status } = registrations;
  const seat = and(eq(of, offeringId), eq(who, personId), eq(status, "registered"));
  return tx.select({ id: registrations.id }).from(registrations).where(seat).get();
}

/** How far off a session is, counted in days of its zone: a reminder may be sent later than it was due. */
function howSoon(now: number, startsAt: number, timeZone: string): string {
  const days = daysBetween(dateOf(now, timeZone), dateOf(startsAt, timeZone));
  if (days === 7) return "in a week";
  if (days > 1) return `in ${days} days`;
  return days === 1 ? "tomorrow" : "today";
}

/** Tomorrow's roster to a facilitator. */
export const composeRoster: Compose = (tx, _ctx, reminder) => {
  const found = findSession(tx, reminder);
  if (!found) return MOVED;
  const { session, offering } = found;
  if (!facilitates(tx, reminder.personId, offering.id)) return { skip: "The person does not facilitate it any more." };
  const { expected, needs } = countRoster(tx, offering.id);
  if (expected === 0) return { skip: "Nobody is on the roster." };
  const { providerName, offeringTitle } = nameOffering(tx, offering.id);
  return {
    kind: "roster-tomorrow",
    replyTo: replyToFor(tx, offering.id),
    payload: {
      providerName,
      offeringTitle,
      session: lineOf(found),
      expected: plural(expected, "person", "people"),
      needs: needs > 0 ? plural(needs, "person", "people") : null,
      rosterUrl: `${origin}/facilitator/sessions/${session.id}`,
    },
  };
};

/** Whether a person holds the facilitator's role for an offering now. */
export function facilitates(tx: Transaction, personId: string, offeringId: string): boolean {
  const live = and(
    eq(grants.personId, personId),
    eq(grants.offeringId, offeringId),
    eq(grants.role, "facilitator"),
    isNull(grants.revokedAt),
  );
  return tx.select({ id: grants.id }).from(grants).where(live).get() !== undefined;
}

/** How many people an offering's roster holds, and how many of them told of needs. */
export function countRoster(tx: Transaction, offeringId: string) {
  const told = or(sql`coalesce(${persons.accessNeeds}, '') <> ''`, sql`coalesce(${persons.dietaryNeeds}, '') <> ''`);
  return aggregateOf(
    tx
      .select({ expected: count(), needs: sql<number>`count(case when ${told} then 1 end)` })
      .from(registrations)
      .innerJoin(persons, eq(persons.id, registrations.personId))
      .where(and(eq(registrations.offeringId, offeringId), inArray(registrations.status, [...ROSTER_STATUSES]))),
  );
}

/** The session as it was when the reminder was planned; null once it starts at another time or is public no more. */
function findSession(tx: Transaction, reminder: Reminder) {
  const row = findPublic(tx, reminder.subjectId);
  return row && String(row.session.startsAt) === reminder.occasion ? row : null;
}

function findPublic(tx: Transaction, sessionId: string) {
  const row = tx
    .select({ session: sessions, offering: offerings })
    .from(sessions)
    .innerJoin(offerings, eq(offerings.id, sessions.offeringId))
    .where(eq(sessions.id, sessionId))
    .get();
  return row?.offering.state === "published" ? row : null;
}

function lineOf({ session, offering }: NonNullable<ReturnType<typeof findSession>>) {
  return {
    when: formatSessionLine(session.startsAt, session.endsAt, session.timeZone),
    where: session.place ?? offering.place,
  };
}
