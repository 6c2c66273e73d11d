import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { registrationChanges, registrations } from "#drizzle/schema/registration";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import { findPlaceNamed } from "~/catalog/places/place.server";
import { joinPathOf } from "~/catalog/offerings/join-url";
import { mapLinkOf } from "~/catalog/offerings/map-link";
import { contactFor } from "~/catalog/providers/contact";
import { getProvider } from "~/catalog/providers/provider.server";
import { published } from "~/catalog/offerings/published";
import { displayNameOf } from "~/people/persons/name";
import type { ActorContext } from "~/platform/context";
import { notFound } from "~/platform/http/responses.server";
import { listAnswers } from "./answer.server";
import { findClashes } from "~/registration/seats/clash.server";
import { countSeats, queuePosition, waitlistPosition } from "~/registration/seats/registration-row.server";
import { hasUnconfirmedMove, refundOf, withdrawalDeadline } from "~/registration/seats/registration.server";
import { refundTerms } from "~/registration/seats/refund";
import { whyWaiting } from "~/registration/seats/seats";
import { holdsSeat, isLive, ROSTER_STATUSES } from "~/registration/seats/status";
import { findSupervisorEmail } from "~/registration/approval/supervisor.server";
import { listReadableMaterials } from "~/registration/materials/material-reader.server";
import { registrationWindowAt, selfCancelDeadline } from "~/registration/seats/window";

/** The actor's registrations: live ones of offerings that are not over, soonest first; and all others, newest first. */
export function listMyRegistrations(ctx: ActorContext) {
  const rows = ctx.db
    .select({
      id: registrations.id,
      status: registrations.status,
      offerExpiresAt: registrations.offerExpiresAt,
      position: queuePosition,
      title: courses.title,
      place: offerings.place,
      startsAt: offerings.startsAt,
      endsAt: offerings.endsAt,
      timeZone: offerings.timeZone,
      sessionCount: sql<number>`(select ${count()} from ${sessions} where ${sessions.offeringId} = ${offerings.id})`,
    })
    .from(registrations)
    .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(eq(registrations.personId, ctx.actor.personId))
    .orderBy(desc(offerings.startsAt), desc(registrations.id))
    .all();
  const isComing = (row: (typeof rows)[number]) => isLive(row.status) && (row.endsAt ?? 0) > ctx.now;
  return { coming: rows.filter(isComing).reverse(), past: rows.filter((row) => !isComing(row)) };
}

export type MyRegistration = ReturnType<typeof listMyRegistrations>["coming"][number];

/**
 * One registration of the actor's with everything that its page shows.
 * @throws Response 404 for anybody else's
 */
export function getMyRegistration(ctx: ActorContext, registrationId: string) {
  const row = ctx.db
    .select({ registration: registrations, offering: offerings, title: courses.title })
    .from(registrations)
    .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(and(eq(registrations.id, registrationId), eq(registrations.personId, ctx.actor.personId)))
    .get();
  if (!row) throw notFound();
  const { registration, title } = row;
  const offering = published(row.offering);
  const { claimCode: _claimCode, policy: _policy, ...shown } = offering;
  const seats = countSeats(ctx.db, offering);
  // The page to join by is for those who have a seat; where it leads, they learn when they press its button.
  const hasSeat = registration.status === "registered";
  return {
    registration,
    title,
    /** On the roster of what has begun: there is attendance to ask about. */
    begun: offering.startsAt <= ctx.now && (ROSTER_STATUSES as readonly string[]).includes(registration.status),
    contact: contactFor(offering, getProvider(ctx.db, offering.providerId)),
    arrival: offering.arrival ?? findPlaceNamed(ctx.db, offering.place)?.directions ?? null,
    map: mapLinkOf(offering),
    materials: listReadableMaterials(ctx, offering),
    offering: { ...shown, link: null },
    sessions: listSessions(ctx.db, offering.id).map((session) => ({
      ...session,
      link: null,
      joinPath: hasSeat && session.endsAt > ctx.now ? joinPathOf(session, offering) : null,
    })),
    position: waitlistPosition(ctx.db, registration),
    waitReason: whyWaiting(seats, registrationWindowAt(offering, ctx.now, { isFirst: true }) === "open"),
    changes: listChanges(ctx, registrationId),
    answers: listAnswers(ctx.db, registrationId),
    supervisorEmail: findSupervisorEmail(ctx.db, registrationId),
    clashes: holdsSeat(registration.status) ? findClashes(ctx.db, ctx.actor.personId, offering.id) : [],
    askedToConfirm: hasSeat && hasUnconfirmedMove(registration),
    withdrawBy: withdrawalDeadline(offering, registration),
    refund: refundOf(offering, registration, ctx.now),
    /** Until when a seat that is held for them could be left by themselves, once they take it. */
    leaveBy: selfCancelDeadline(offering, offering.policy.cancelDays),
    refundTerms: holdsSeat(registration.status) ? refundTerms(offering, offering.policy.refundTiers) : null,
  };
}

function listChanges(ctx: ActorContext, registrationId: string) {
  return ctx.db
    .select({ change: registrationChanges, actor: persons })
    .from(registrationChanges)
    .leftJoin(persons, eq(persons.id, registrationChanges.actorId))
    .where(eq(registrationChanges.registrationId, registrationId))
    .orderBy(asc(registrationChanges.id))
    .all()
    .map(({ change, actor }) => ({
      id: change.id,
      at: change.at,
      fromStatus: change.fromStatus,
      toStatus: change.toStatus,
      reason: change.reason,
      staffName: actor && actor.id !== ctx.actor.personId ? displayNameOf(actor) : null,
    }));
}
