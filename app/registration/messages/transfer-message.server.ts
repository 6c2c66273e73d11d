import type { PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { keepInvitation } from "~/registration/calendar/invitation.server";
import { calendarPartsOf } from "~/registration/calendar/calendar-parts.server";
import {
  addressee,
  describeArrival,
  describeJoining,
  describeOffering,
  passOf,
  replyToOf,
} from "./offering-message.server";
import type { Registration } from "~/registration/seats/registration-row.server";

/** Tells a person, in one message, that staff moved their registration to other dates; both calendars entries travel with it. */
export function sendTransferred(
  tx: Transaction,
  ctx: ActorContext,
  left: { facts: PublishedFacts; registration: Registration },
  entered: { facts: PublishedFacts; registration: Registration },
  reason: string,
): void {
  const registration = keepInvitation(tx, entered.facts, entered.registration);
  const to = addressee(tx, registration.personId);
  const { offeringUrl: _url, price: _price, ...about } = describeOffering(entered.facts);
  const had =
    left.registration.status === "registered"
      ? calendarPartsOf({ facts: left.facts, to, now: ctx.now }, left.registration, "CANCEL")
      : [];
  enqueueMessage(tx, ctx, {
    kind: "registration-moved",
    subjectId: registration.id,
    ...to,
    replyTo: replyToOf(entered.facts),
    payload: {
      ...about,
      ...describeArrival(entered.facts),
      pass: registration.status === "registered" ? passOf(registration, entered.facts.offering) : null,
      sessions: describeJoining(entered.facts, entered.facts.sessions),
      personName: to.personName,
      staffName: ctx.actor.name,
      reason,
      before: describeOffering(left.facts).sessions,
      registrationUrl: `${origin}/registrations/${registration.id}`,
    },
    calendar: [
      ...calendarPartsOf({ facts: entered.facts, to, now: ctx.now }, registration, "REQUEST"),
      ...had.map((part) => ({ ...part, name: `before-${part.name}` })),
    ],
  });
}
