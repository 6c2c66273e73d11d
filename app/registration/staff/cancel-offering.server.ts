import { eq } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { registrations } from "#drizzle/schema/registration";
import { getOfferingFacts, type OfferingFacts } from "~/catalog/offerings/offering-facts.server";
import { findScopedOffering } from "~/catalog/offerings/offering.server";
import type { CatalogRefusal } from "~/catalog/refusal";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { withinFence } from "~/registration/seats/fence.server";
import { calendarPartsOf } from "~/registration/calendar/calendar-parts.server";
import { addressee, describeOffering, replyToOf } from "~/registration/messages/offering-message.server";
import { changeStatus } from "~/registration/seats/registration-row.server";
import { canFollow } from "~/registration/seats/status";

/**
 * Cancels an offering, ends every live registration, waitlisted people and offers included, tells everyone and voids the
 * claim code (R6). Refused once the last session is over.
 */
export function cancelOffering(
  ctx: ScopedContext,
  input: { offeringId: string; reason: string },
): Outcome<{ told: number }, CatalogRefusal> {
  return withinFence(ctx.db, (tx) => {
    const offering = findScopedOffering(tx, ctx, input.offeringId);
    if (!offering) return refuse("unknown-offering");
    if (offering.state === "cancelled") return refuse("not-possible-now");
    if (offering.endsAt !== null && ctx.now >= offering.endsAt && offering.state === "published")
      return refuse("offering-over");
    const told = cancelRegistrations(tx, ctx, getOfferingFacts(tx, offering.id), input.reason);
    tx.update(offerings)
      .set({
        state: "cancelled",
        claimCode: null,
        cancelledAt: ctx.now,
        cancelReason: input.reason,
        updatedAt: ctx.now,
      })
      .where(eq(offerings.id, offering.id))
      .run();
    recordAudit(tx, ctx, {
      action: "offering.cancelled",
      subjectId: offering.id,
      detail: { reason: input.reason, told },
    });
    return ok({ told });
  });
}

/** Ends every live registration of an offering that is being cancelled, and tells everyone (R6). */
function cancelRegistrations(tx: Transaction, ctx: ScopedContext, facts: OfferingFacts, reason: string): number {
  const { offeringUrl: _url, price: _price, ...about } = describeOffering(facts);
  const live = tx
    .select()
    .from(registrations)
    .where(eq(registrations.offeringId, facts.offering.id))
    .all()
    .filter((registration) => canFollow(registration.status, "cancelled"));
  for (const registration of live) {
    changeStatus(tx, ctx, registration, "cancelled", { reason });
    const to = addressee(tx, registration.personId);
    enqueueMessage(tx, ctx, {
      kind: "offering-cancelled",
      subjectId: registration.id,
      ...to,
      replyTo: replyToOf(facts),
      payload: { ...about, personName: to.personName, reason, refund: null, catalogUrl: `${origin}/catalog` },
      ...(registration.status === "registered" && {
        calendar: calendarPartsOf({ facts, to, now: ctx.now }, registration, "CANCEL"),
      }),
    });
  }
  return live.length;
}
