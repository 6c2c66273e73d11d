import type { PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatDateTime } from "~/platform/format";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { offerExpiry } from "./offer-expiry";
import { addressee, describeOffering, replyToOf } from "~/registration/messages/offering-message.server";
import { offerTermsOf } from "./offer-terms.server";
import { changeStatus, countSeats, listWaiting } from "~/registration/seats/registration-row.server";
import { seatsToOffer } from "~/registration/seats/seats";
import { registrationDeadline, registrationWindowAt } from "~/registration/seats/window";

/** Offers freed seats to the head of the queue while anyone waits (R1, R2). Call it in every change that frees a seat. */
export function offerFreedSeats(tx: Transaction, ctx: Context, facts: PublishedFacts): void {
  const { offering } = facts;
  // People of the first window may wait before it opens for everyone.
  if (registrationWindowAt(offering, ctx.now, { isFirst: true }) !== "open") return;
  const next = listWaiting(tx, offering.id, seatsToOffer(countSeats(tx, offering)));
  if (next.length === 0) return;
  const expiresAt = offerExpiry(ctx.now, offerTermsOf(tx, facts), registrationDeadline(offering));
  const message = describeOffering(facts);
  for (const waiting of next) {
    const offered = changeStatus(tx, ctx, waiting, "offered", { offerExpiresAt: expiresAt });
    const { personName, ...to } = addressee(tx, waiting.personId);
    enqueueMessage(tx, ctx, {
      kind: "seat-offered",
      subjectId: offered.id,
      ...to,
      replyTo: replyToOf(facts),
      payload: {
        ...message,
        personName,
        heldUntil: formatDateTime(expiresAt, offering.timeZone),
        actionUrl: `${origin}/registrations/${offered.id}`,
      },
    });
  }
}
