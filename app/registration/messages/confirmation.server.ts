import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { formatDateTime, formatHours } from "~/platform/format";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { policyOf } from "~/catalog/providers/provider-policy.server";
import { inviteTo } from "~/registration/calendar/invitation.server";
import { offerHoursInWords } from "~/registration/waitlist/offer-expiry";
import { addressee, describeOffering } from "./offering-message.server";
import { offerTermsOf } from "~/registration/waitlist/offer-terms.server";
import { type Registration, waitlistPosition } from "~/registration/seats/registration-row.server";
import { selfCancelDeadline } from "~/registration/seats/window";

/** Tells a person that they have a seat. */
export function sendRegistered(tx: Transaction, ctx: Context, registration: Registration): void {
  const { offering, message } = describeOffering(tx, registration.offeringId);
  const { personName, ...to } = addressee(tx, registration.personId);
  const withdrawBy = selfCancelDeadline(
    { startsAt: offering.startsAt!, timeZone: offering.timeZone },
    policyOf(tx, offering).cancelDays,
  );
  enqueueMessage(tx, ctx, {
    kind: "registered",
    subjectId: registration.id,
    ...to,
    payload: {
      ...message,
      personName,
      inServiceNumber: offering.inServiceNumber,
      approvedHours: offering.approvedMinutes === null ? null : formatHours(offering.approvedMinutes),
      withdrawBy: withdrawBy > ctx.now ? formatDateTime(withdrawBy, offering.timeZone) : null,
    },
    calendar: inviteTo(tx, ctx, registration, "REQUEST"),
  });
}

/** Tells a person their place in the queue. */
export function sendWaitlisted(tx: Transaction, ctx: Context, registration: Registration): void {
  const { offering, message } = describeOffering(tx, registration.offeringId);
  const { personName, ...to } = addressee(tx, registration.personId);
  enqueueMessage(tx, ctx, {
    kind: "waitlisted",
    subjectId: registration.id,
    ...to,
    payload: {
      ...message,
      personName,
      startsAt: message.sessions[0]?.when ?? "",
      position: waitlistPosition(tx, registration)!,
      offerHeldFor: offerHoursInWords(offerTermsOf(tx, offering)),
    },
  });
}
