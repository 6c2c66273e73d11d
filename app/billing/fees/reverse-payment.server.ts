import { eq } from "drizzle-orm";
import { payments } from "#drizzle/schema/billing";
import { getOffering } from "~/catalog/offerings/offering.server";
import { published } from "~/catalog/offerings/published";
import { findScopedClaim } from "~/credits/claims/claim.server";
import { changeClaim, type Claim } from "~/credits/claims/claim-row.server";
import { isUnderWay } from "~/credits/claims/claim-status";
import { claimStage } from "~/credits/claims/gates";
import type { ClaimRefusal } from "~/credits/claims/refusal";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { insertReversal, listPayments } from "./payment-row.server";

/**
 * The registrar reverses a payment, or a waiver, that was recorded in error: the fee is due again, and a claim that is not
 * posted waits for it. What is posted stays posted. Money for an invoice is reversed on the invoice.
 */
export function reversePayment(
  ctx: ScopedContext,
  input: { claimId: string; paymentId: string; reason: string },
): Outcome<Claim, ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findScopedClaim(tx, ctx, input.claimId);
    if (!found) return refuse("unknown-claim");
    const { claim } = found;
    const payment = tx.select().from(payments).where(eq(payments.id, input.paymentId)).get();
    if (payment?.claimId !== claim.id) return refuse("unknown-payment");
    if (payment.invoiceId !== null) return refuse("paid-by-invoice");
    if (payment.recordedBy === null) return refuse("waived-by-rule");
    if (!listPayments(tx, claim.id).some(({ id }) => id === payment.id)) return refuse("reversed-already");
    const { reason } = input;
    insertReversal(tx, ctx, { paymentId: payment.id }, { subjectId: claim.id, personId: claim.personId, reason });
    return ok(unsettle(tx, ctx, claim, reason));
  });
}

/** A claim whose payment was reversed: its fee is due again unless another payment counts. */
export function unsettle(tx: Transaction, ctx: ActorContext, claim: Claim, reason: string): Claim {
  if (listPayments(tx, claim.id).length > 0) return claim;
  const { policy } = published(getOffering(tx, claim.offeringId));
  const stage = isUnderWay(claim.status)
    ? claimStage({ evaluated: claim.evaluated, settled: false }, policy)
    : claim.status;
  return changeClaim(tx, ctx, claim, stage, { settled: false, reason: `The payment was reversed: ${reason}` });
}
