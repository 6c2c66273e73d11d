import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatHours } from "~/platform/format";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { addressee, nameOffering, replyToFor } from "~/registration/messages/offering-message.server";
import type { Claim } from "./claim-row.server";

/** Tells a person that their claim came back, and why. */
export function sendReturned(tx: Transaction, ctx: ActorContext, claim: Claim, reason: string): void {
  const { personName, ...to } = addressee(tx, claim.personId);
  enqueueMessage(tx, ctx, {
    kind: "claim-returned",
    subjectId: claim.id,
    occasion: String(ctx.now),
    ...to,
    replyTo: replyToFor(tx, claim.offeringId),
    payload: {
      personName,
      ...nameOffering(tx, claim.offeringId),
      claimedHours: formatHours(claim.requestedMinutes ?? 0),
      registrarName: ctx.actor.name,
      reason,
      actionUrl: `${origin}/claims/${claim.id}`,
    },
  });
}
