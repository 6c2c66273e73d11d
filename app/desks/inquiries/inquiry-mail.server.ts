import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import { grants } from "#drizzle/schema/grants";
import type { inquiries } from "#drizzle/schema/inquiries";
import { getOffering, type Offering } from "~/catalog/offerings/offering.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import type { GrantRole } from "~/people/roles/role";
import type { ActorContext } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { addressee, nameOffering, replyToFor } from "~/registration/messages/offering-message.server";
import { ANSWERING, INQUIRY_WORDS } from "./inquiry";

export type Inquiry = typeof inquiries.$inferSelect;

/** Tells everybody who answers such inquiries that something was written. */
export function tellStaff(tx: Transaction, ctx: ActorContext, inquiry: Inquiry, entryId: string, body: string): void {
  for (const personId of listAnswering(tx, inquiry)) {
    const { personName, recipient } = addressee(tx, personId);
    enqueueMessage(tx, ctx, {
      kind: "inquiry-asked",
      subjectId: entryId,
      personId,
      recipient,
      // It is answered in the list, where others see that it was.
      replyTo: null,
      payload: {
        personName,
        ...nameOffering(tx, inquiry.offeringId),
        askerName: ctx.actor.name,
        about: INQUIRY_WORDS[inquiry.kind].about,
        body,
        inquiryUrl: `${origin}/inbox/${inquiry.id}`,
      },
    });
  }
}

/** Tells who asked that there is an answer. */
export function tellAsker(tx: Transaction, ctx: ActorContext, inquiry: Inquiry, entryId: string, body: string): void {
  enqueueMessage(tx, ctx, {
    kind: "inquiry-answered",
    subjectId: entryId,
    ...addressee(tx, inquiry.personId),
    replyTo: replyToFor(tx, inquiry.offeringId),
    payload: {
      personName: addressee(tx, inquiry.personId).personName,
      ...nameOffering(tx, inquiry.offeringId),
      senderName: ctx.actor.name,
      body,
      inquiryUrl: `${origin}/inquiries/${inquiry.id}`,
    },
  });
}

/** Everybody who answers inquiries of a kind about an offering, but for who asked. */
function listAnswering(db: Reader, inquiry: Inquiry): string[] {
  const offering = getOffering(db, inquiry.offeringId);
  const holders = db
    .selectDistinct({ personId: grants.personId })
    .from(grants)
    .where(and(isNull(grants.revokedAt), or(...ANSWERING[inquiry.kind].map((role) => holds(role, offering)))))
    .all();
  return holders.map(({ personId }) => personId).filter((personId) => personId !== inquiry.personId);
}

const holds = (role: GrantRole, { id, providerId }: Offering): SQL | undefined =>
  and(eq(grants.role, role), role === "facilitator" ? eq(grants.offeringId, id) : eq(grants.providerId, providerId));
