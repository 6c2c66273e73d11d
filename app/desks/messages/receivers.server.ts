import { eq } from "drizzle-orm";
import { offeringMessages } from "#drizzle/schema/registration";
import { findMyOffering } from "~/attendance/attendance-right.server";
import type { ActorContext } from "~/platform/context";
import { notFound } from "~/platform/http/responses.server";
import { findMessage } from "~/registration/messages/message-people.server";
import { receiverSource } from "~/registration/messages/message-receivers.server";

/**
 * A message to the people of an offering whose attendance the actor takes, with who got it.
 * @throws Response 404 for any other
 */
export function openReceivers(ctx: ActorContext, messageId: string) {
  const row = ctx.db
    .select({ offeringId: offeringMessages.offeringId })
    .from(offeringMessages)
    .where(eq(offeringMessages.id, messageId))
    .get();
  const offering = row && findMyOffering(ctx.db, ctx, row.offeringId);
  const message = offering && findMessage(ctx.db, offering.id, messageId);
  if (!offering || !message) throw notFound();
  return { offering, message, source: receiverSource(ctx, message, offering.timeZone) };
}
