import { eq } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { findScopedOffering } from "~/catalog/offering.server";
import type { CatalogRefusal } from "~/catalog/refusal";
import type { ScopedContext } from "~/people/permission.server";
import { recordAudit } from "~/platform/audit.server";
import { inTransaction } from "~/platform/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { cancelRegistrations } from "./registration.server";

/**
 * Cancels an offering, ends every live registration, waitlisted people and offers included, tells everyone and voids the
 * claim code (R6). Refused once the last session is over.
 */
export function cancelOffering(
  ctx: ScopedContext,
  input: { offeringId: string; reason: string },
): Outcome<{ told: number }, CatalogRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const offering = findScopedOffering(tx, ctx, input.offeringId);
    if (!offering) return refuse("unknown-offering");
    if (offering.state === "cancelled") return refuse("not-possible-now");
    if (offering.endsAt !== null && ctx.now >= offering.endsAt && offering.state === "published")
      return refuse("offering-over");
    const told = cancelRegistrations(tx, ctx, offering.id, input.reason);
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
