import { asc, eq } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { registrations } from "#drizzle/schema/registration";
import { getOfferingFacts, type OfferingFacts } from "~/catalog/offerings/offering-facts.server";
import { findScopedOffering } from "~/catalog/offerings/offering.server";
import type { CatalogRefusal } from "~/catalog/refusal";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { withinFence } from "~/registration/seats/fence.server";
import { calendarPartsOf } from "~/registration/calendar/calendar-parts.server";
import { addressee, describeOffering, replyToOf } from "~/registration/messages/offering-message.server";
import { changeStatus, type Registration } from "~/registration/seats/registration-row.server";
import { canFollow } from "~/registration/seats/status";

/**
 * Cancels an offering, ends every live registration, waitlisted people and offers included, tells everyone and voids the
 * claim code (R6). Refused once the last session is over. Of hundreds of people, parts are named: the offering is cancelled
 * at once, and what is named ends; who is left is found again by the same command.
 * @param input.registrationIds which registrations to end now; absent: all
 */
export function cancelOffering(
  ctx: ScopedContext,
  input: { offeringId: string; reason: string; registrationIds?: readonly string[] | undefined },
): Outcome<{ told: number }, CatalogRefusal> {
  return withinFence(ctx.db, (tx) => {
    const offering = findScopedOffering(tx, ctx, input.offeringId);
    if (!offering) return refuse("unknown-offering");
    const left = listLeft(tx, offering.id);
    const wanted = input.registrationIds && new Set(input.registrationIds);
    if (offering.state !== "cancelled") {
      if (offering.endsAt !== null && ctx.now >= offering.endsAt && offering.state === "published")
        return refuse("offering-over");
      markCancelled(tx, ctx, offering.id, { reason: input.reason, told: left.length });
    } else if (!wanted && left.length === 0) return refuse("not-possible-now");
    const ending = wanted ? left.filter(({ id }) => wanted.has(id)) : left;
    // Whoever is told later reads the reason that stands.
    const reason = offering.cancelReason ?? input.reason;
    cancelRegistrations(tx, ctx, getOfferingFacts(tx, offering.id), ending, reason);
    return ok({ told: ending.length });
  });
}

/** The registrations that an offering's being cancelled ends, or has yet to end, oldest first. */
export function listLeft(db: Reader, offeringId: string): Registration[] {
  return db
    .select()
    .from(registrations)
    .where(eq(registrations.offeringId, offeringId))
    .orderBy(asc(registrations.id))
    .all()
    .filter(({ status }) => canFollow(status, "cancelled"));
}

function markCancelled(
  tx: Transaction,
  ctx: ScopedContext,
  offeringId: string,
  detail: { reason: string; told: number },
): void {
  tx.update(offerings)
    .set({
      state: "cancelled",
      claimCode: null,
      cancelledAt: ctx.now,
      cancelReason: detail.reason,
      updatedAt: ctx.now,
    })
    .where(eq(offerings.id, offeringId))
    .run();
  recordAudit(tx, ctx, { action: "offering.cancelled", subjectId: offeringId, detail });
}

/** Ends registrations of an offering that is cancelled, and tells everyone (R6). */
function cancelRegistrations(
  tx: Transaction,
  ctx: ScopedContext,
  facts: OfferingFacts,
  ending: readonly Registration[],
  reason: string,
): void {
  const { offeringUrl: _url, price: _price, ...about } = describeOffering(facts);
  for (const registration of ending) {
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
}
