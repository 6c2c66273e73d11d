import { feeOf } from "~/billing/fees/claim-fee.server";
import { listPaymentHistory } from "~/billing/fees/payment-row.server";
import { listInvoicesOfClaim } from "~/billing/invoices/invoice-reading.server";
import { findUncovered } from "~/catalog/approval/approved-plan.server";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import { undrawableNamesOf } from "~/documents/issuing/document-content.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { dateOf } from "~/platform/time/time-zone";
import { getScopedClaim } from "./scoped-claim.server";

/**
 * All that a registrar sees of a claim of their providers.
 * @throws Response 404 for any other
 */
export function getRegistrarClaim(ctx: ScopedContext, claimId: string) {
  const { claim, offering, person, ...rest } = getScopedClaim(ctx, claimId);
  return {
    ...rest,
    claim,
    undrawable: undrawableNamesOf(ctx.db, person),
    certificateNumber: person.certificateNumber,
    inServiceNumber: offering.inServiceNumber,
    approvedMinutes: offering.approvedMinutes ?? 0,
    timeZone: offering.timeZone,
    today: dateOf(ctx.now, offering.timeZone),
    sessions: listSessions(ctx.db, offering.id),
    uncovered: findUncovered(ctx.db, offering),
    fee: feeOf(ctx.db, ctx, offering, claim.personId, claim.requestedMinutes ?? claim.earnedMinutes),
    payments: listPaymentHistory(ctx.db, claim.id),
    invoices: listInvoicesOfClaim(ctx.db, claim.id),
  };
}

export type RegistrarClaim = ReturnType<typeof getRegistrarClaim>;
