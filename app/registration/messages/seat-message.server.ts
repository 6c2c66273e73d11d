import type { PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { formatDateTime, formatHours } from "~/platform/format";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { keepInvitation } from "~/registration/calendar/invitation.server";
import { calendarPartsOf } from "~/registration/calendar/calendar-parts.server";
import { offerHoursInWords } from "~/registration/waitlist/offer-expiry";
import {
  addressee,
  describeArrival,
  describeJoining,
  describeOffering,
  passOf,
  replyToOf,
} from "./offering-message.server";
import { offerTermsOf } from "~/registration/waitlist/offer-terms.server";
import { type Registration, waitlistPosition } from "~/registration/seats/registration-row.server";
import { refundTerms } from "~/registration/seats/refund";
import { selfCancelDeadline } from "~/registration/seats/window";

/** Tells a person that they have a seat. */
export function sendRegistered(tx: Transaction, ctx: Context, facts: PublishedFacts, seated: Registration): void {
  const registration = keepInvitation(tx, facts, seated);
  const { offering } = facts;
  const to = addressee(tx, registration.personId);
  const withdrawBy = selfCancelDeadline(offering, offering.policy.cancelDays);
  const refund = [refundTerms(offering, offering.policy.refundTiers) ?? []].flat();
  enqueueMessage(tx, ctx, {
    kind: "registered",
    subjectId: registration.id,
    ...to,
    replyTo: replyToOf(facts),
    payload: {
      ...describeOffering(facts),
      ...describeArrival(facts),
      pass: passOf(registration, offering),
      sessions: describeJoining(facts, facts.sessions),
      personName: to.personName,
      inServiceNumber: offering.inServiceNumber,
      approvedHours: formatHours(offering.approvedMinutes),
      withdrawBy: withdrawBy > ctx.now ? [formatDateTime(withdrawBy, offering.timeZone), ...refund].join(". ") : null,
    },
    calendar: calendarPartsOf({ facts, to, now: ctx.now }, registration, "REQUEST"),
  });
}

/**
 * Tells a person their position on the waitlist.
 * @throws Error when they do not wait
 */
export function sendWaitlisted(tx: Transaction, ctx: Context, facts: PublishedFacts, registration: Registration): void {
  const position = waitlistPosition(tx, registration);
  if (position === null) throw new Error(`Registration ${registration.id} does not wait.`);
  const message = describeOffering(facts);
  const { personName, ...to } = addressee(tx, registration.personId);
  enqueueMessage(tx, ctx, {
    kind: "waitlisted",
    subjectId: registration.id,
    ...to,
    replyTo: replyToOf(facts),
    payload: {
      ...message,
      personName,
      startsAt: message.sessions[0]?.when ?? "",
      position,
      offerHeldFor: offerHoursInWords(offerTermsOf(tx, facts)),
    },
  });
}
