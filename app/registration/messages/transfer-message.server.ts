import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { inviteTo } from "~/registration/calendar/invitation.server";
import { addressee, describeOffering } from "./offering-message.server";
import type { Registration } from "~/registration/seats/registration-row.server";

/** Tells a person, in one message, that staff moved their place to other dates; both calendars entries travel with it. */
export function sendTransferred(
  tx: Transaction,
  ctx: ActorContext,
  from: Registration,
  to: Registration,
  reason: string,
): void {
  const { personName, ...recipient } = addressee(tx, to.personId);
  const left = describeOffering(tx, from.offeringId).message;
  const { offeringUrl: _url, price: _price, ...entered } = describeOffering(tx, to.offeringId).message;
  const had = from.status === "registered" ? inviteTo(tx, ctx, from, "CANCEL") : [];
  enqueueMessage(tx, ctx, {
    kind: "registration-moved",
    subjectId: to.id,
    ...recipient,
    payload: {
      ...entered,
      personName,
      staffName: ctx.actor.name,
      reason,
      before: left.sessions,
      registrationUrl: `${origin}/registrations/${to.id}`,
    },
    calendar: [...inviteTo(tx, ctx, to, "REQUEST"), ...had.map((part) => ({ ...part, name: `before-${part.name}` }))],
  });
}
