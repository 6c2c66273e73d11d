import { and, eq } from "drizzle-orm";
import { registrations } from "#drizzle/schema/registration";
import type { PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { SessionWithPauses } from "~/catalog/offerings/offering-parts.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { calendarPartsOf } from "~/registration/calendar/calendar-parts.server";
import { addressee, describeJoining, nameOffering, replyToOf } from "~/registration/messages/offering-message.server";

/**
 * Tells everyone who has a seat, and their calendars, that sessions to come can be joined online now, or no longer. Returns
 * how many people were told.
 */
export function announceLinks(
  tx: Transaction,
  ctx: ActorContext,
  facts: PublishedFacts,
  sessions: readonly SessionWithPauses[],
): number {
  const coming = sessions.filter(({ endsAt }) => endsAt > ctx.now);
  if (coming.length === 0) return 0;
  const { offering } = facts;
  const seated = tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.offeringId, offering.id), eq(registrations.status, "registered")))
    .all();
  const message = { ...nameOffering(tx, offering.id), sessions: describeJoining(facts, coming) };
  for (const registration of seated) {
    const to = addressee(tx, registration.personId);
    enqueueMessage(tx, ctx, {
      kind: "join-link",
      subjectId: registration.id,
      ...to,
      replyTo: replyToOf(facts),
      occasion: String(ctx.now),
      payload: {
        ...message,
        personName: to.personName,
        registrationUrl: `${origin}/registrations/${registration.id}`,
      },
      calendar: calendarPartsOf({ facts, to, now: ctx.now }, registration, "REQUEST", coming),
    });
  }
  return seated.length;
}
