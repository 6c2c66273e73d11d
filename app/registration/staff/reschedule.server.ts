import { and, eq, inArray } from "drizzle-orm";
import { sessions } from "#drizzle/schema/catalog";
import { registrations } from "#drizzle/schema/registration";
import { asPublished, getOfferingFacts, type PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { SessionWithPauses } from "~/catalog/offerings/offering-parts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatDateTime, formatSessionLine } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { withinFence } from "~/registration/seats/fence.server";
import { joinPathOf } from "~/catalog/offerings/join-url";
import { announceLinks } from "./announce-links.server";
import { calendarPartsOf } from "~/registration/calendar/calendar-parts.server";
import {
  addressee,
  describeArrival,
  describeJoining,
  describeOffering,
  replyToOf,
} from "~/registration/messages/offering-message.server";
import type { RegistrationRefusal } from "~/registration/seats/refusal";
import { findMyRegistration, type Registration } from "~/registration/seats/registration-row.server";
import { hasUnconfirmedMove } from "~/registration/seats/registration.server";
import type { RegistrationStatus } from "~/registration/seats/status";

/** An offering as it was before a change. */
export interface Before {
  offering: Offering;
  sessions: SessionWithPauses[];
}

/** Those who are told of new dates: everyone who has, is offered or waits for a seat. */
const TOLD = ["registered", "requested", "offered", "waitlisted"] as const satisfies readonly RegistrationStatus[];

/**
 * Call it after a change of an offering's sessions, place or links. Raises the calendar sequence of each session that changed;
 * where a published offering moved, tells everyone live, keeps their registrations and asks those with a seat to confirm
 * or to leave without penalty. Where sessions can be joined online that could not, or no longer, those with a seat are told;
 * another link in its stead changes nothing that they hold. Returns how many people were told.
 */
export function announceMove(tx: Transaction, ctx: ActorContext, before: Before): number {
  const facts = getOfferingFacts(tx, before.offering.id);
  const { offering, sessions: after } = facts;
  const movedPlace = offering.place !== before.offering.place || offering.address !== before.offering.address;
  const gone = before.sessions.filter((old) => !after.some(({ id }) => id === old.id));
  const changed = after.filter((session) => {
    const old = before.sessions.find(({ id }) => id === session.id);
    return !old || (movedPlace && !session.place) || !isSameTimeAndPlace(old, session);
  });
  const joined = after.filter((session) => {
    const old = before.sessions.find(({ id }) => id === session.id);
    return old && joinPathOf(old, before.offering) !== joinPathOf(session, offering);
  });
  for (const session of new Set([...changed, ...joined])) {
    if (!before.sessions.some(({ id }) => id === session.id)) continue;
    session.sequence++;
    tx.update(sessions).set({ sequence: session.sequence }).where(eq(sessions.id, session.id)).run();
  }
  if (offering.state !== "published") return 0;
  if (changed.length + gone.length === 0) return announceLinks(tx, ctx, asPublished(facts), joined);
  return tell(tx, ctx, asPublished(facts), before, { changed: [...new Set([...changed, ...joined])], gone });
}

/** The actor says that the new dates suit them. */
export function confirmMove(ctx: ActorContext, registrationId: string): Outcome<Registration, RegistrationRefusal> {
  return withinFence(ctx.db, (tx) => {
    const registration = findMyRegistration(tx, ctx, registrationId);
    if (!registration) return refuse("unknown-registration");
    if (registration.status !== "registered" || !hasUnconfirmedMove(registration)) return refuse("not-possible-now");
    const values = { moveConfirmedAt: ctx.now, updatedAt: ctx.now };
    tx.update(registrations).set(values).where(eq(registrations.id, registration.id)).run();
    recordAudit(tx, ctx, {
      action: "registration.move-confirmed",
      subjectId: registration.id,
      personId: registration.personId,
    });
    return ok({ ...registration, ...values });
  });
}

/** Sessions at another time or place than before, and those that are held no more. */
interface Moved {
  changed: SessionWithPauses[];
  gone: SessionWithPauses[];
}

function tell(tx: Transaction, ctx: ActorContext, facts: PublishedFacts, before: Before, sessions: Moved): number {
  const { offering } = facts;
  const { offeringUrl: _url, price: _price, ...about } = describeOffering(facts);
  const joining = describeJoining(facts, facts.sessions);
  const live = tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.offeringId, offering.id), inArray(registrations.status, [...TOLD])))
    .all();
  const was = before.sessions.map((session) => ({
    when: formatSessionLine(session.startsAt, session.endsAt, session.timeZone, session.ownMinutes),
    where: session.ownMinutes === null ? (session.place ?? before.offering.place) : "Online, in Hourbook",
  }));
  const payload = {
    ...about,
    ...describeArrival(facts),
    before: was,
    leaveBy: formatDateTime(offering.startsAt, offering.timeZone),
  };
  for (const registration of live) {
    const seated = registration.status === "registered";
    if (seated) {
      const values = { moveToldAt: ctx.now, moveConfirmedAt: null };
      tx.update(registrations).set(values).where(eq(registrations.id, registration.id)).run();
    }
    const to = addressee(tx, registration.personId);
    enqueueMessage(tx, ctx, {
      kind: "offering-moved",
      subjectId: registration.id,
      ...to,
      replyTo: replyToOf(facts),
      occasion: String(ctx.now),
      payload: {
        ...payload,
        sessions: seated ? joining : about.sessions.map((session) => ({ ...session, joinUrl: null })),
        personName: to.personName,
        seated,
        registrationUrl: `${origin}/registrations/${registration.id}`,
      },
      ...(seated && { calendar: movedParts({ facts, to, now: ctx.now }, registration, sessions) }),
    });
  }
  return live.length;
}

/** Calendar parts that put the changed sessions in place and take away those that are gone. */
function movedParts(
  about: Parameters<typeof calendarPartsOf>[0],
  registration: Registration,
  { changed, gone }: Moved,
) {
  return [
    ...calendarPartsOf(about, registration, "REQUEST", changed),
    ...calendarPartsOf(about, registration, "CANCEL", gone).map((part) => ({ ...part, name: `gone-${part.name}` })),
  ];
}

function isSameTimeAndPlace(a: SessionWithPauses, b: SessionWithPauses): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt && a.timeZone === b.timeZone && a.place === b.place;
}
