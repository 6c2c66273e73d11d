import { and, desc, eq, ne } from "drizzle-orm";
import { payments } from "#drizzle/schema/billing";
import { getOffering } from "~/catalog/offerings/offering.server";
import type { Claim } from "~/credits/claims/claim-row.server";
import type { ActorContext } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { formatHours } from "~/platform/format";
import { creditDown, findFeeInvoice } from "~/billing/fees/claim-charge.server";
import { paymentCounts } from "~/billing/fees/payment-row.server";
import { feeOf } from "~/billing/fees/claim-fee.server";
import type { Invoice } from "./invoice-paper.server";

/**
 * A correction lowered the hours of a claim (T7, T8): where their fee is less than what was charged, a credit note gives
 * the difference back. Hours that are all taken back owe nothing. The fee counts as paid when it was, late or not.
 *
 * @returns the credit note; null when nothing is owed back
 */
export function creditNoteForCorrection(
  tx: Transaction,
  ctx: ActorContext,
  input: { claim: Claim; beforeMinutes: number; afterMinutes: number },
): Invoice | null {
  const { claim, beforeMinutes, afterMinutes } = input;
  if (afterMinutes >= beforeMinutes) return null;
  const offering = getOffering(tx, claim.offeringId);
  const paidOn = findDayPaid(tx, claim.id);
  const dueCents =
    afterMinutes === 0 ? 0 : feeOf(tx, ctx, offering, claim.personId, afterMinutes, paidOn ?? undefined).cents;
  return creditDown(tx, ctx, {
    claim,
    providerId: offering.providerId,
    dueCents,
    minutes: afterMinutes,
    reason: `Corrected from ${formatHours(beforeMinutes)} to ${formatHours(afterMinutes)} clock hours`,
  });
}

/** The day that decides whether a claim's fee was late: when it was paid, else when it was billed. */
function findDayPaid(db: Reader, claimId: string): string | null {
  const payment = db
    .select({ on: payments.receivedOn })
    .from(payments)
    .where(and(eq(payments.claimId, claimId), ne(payments.kind, "waiver"), paymentCounts))
    .orderBy(desc(payments.id))
    .limit(1)
    .get();
  return payment?.on ?? findFeeInvoice(db, claimId)?.issuedOn ?? null;
}
