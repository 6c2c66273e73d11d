import { and, eq, isNotNull, sql } from "drizzle-orm";
import { invoiceLines, invoices } from "#drizzle/schema/billing";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import type { Offering } from "~/catalog/offerings/offering.server";
import { asClaimed, type Claimed } from "~/credits/claims/claim-row.server";
import type { Reader } from "~/platform/database/database.server";
import { listInvoicedCents } from "~/billing/fees/claim-charge.server";
import { withFees } from "~/billing/fees/claim-fee.server";
import { rowOf } from "~/platform/database/rows.server";
import type { Invoice } from "./invoice-paper.server";
import { invoiceBalance, type InvoiceSums } from "./invoice-state";

/** What credit notes took off an invoice, in cents; for a query over `invoices`. */
export const creditedCents = sql<number>`(select coalesce(sum(note.total_cents), 0) from invoices note
  where note.about_invoice_id = invoices.id and note.kind = 'credit-note')`;

/** What came in for an invoice, in cents; for a query over `invoices`. */
export const receivedCents = sql<number>`(select coalesce(sum(money.amount_cents), 0) from invoice_payments money
  where money.invoice_id = invoices.id
  and not exists (select 1 from payment_reversals back where back.invoice_payment_id = money.id))`;

/** The sums of one invoice. */
export function findSums(db: Reader, invoiceId: string): InvoiceSums {
  return rowOf(
    db
      .select({ totalCents: invoices.totalCents, creditedCents, paidCents: receivedCents })
      .from(invoices)
      .where(eq(invoices.id, invoiceId)),
    `invoice ${invoiceId}`,
  );
}

/** What one claim on an invoice still owes: what stands charged, and what paying late adds. */
export interface ClaimDue {
  claim: Claimed;
  offering: Offering;
  chargedCents: number;
  lateCents: number;
}

/**
 * What paying an invoice on a date takes, in cents (T8): what is left of it and, for a person who pays late, what that
 * adds. A purchase order was paid with on the day it was taken; its invoice adds nothing.
 */
export function dueOf(db: Reader, invoice: Invoice, paidOn: string) {
  const balanceCents = invoiceBalance(findSums(db, invoice.id));
  const claimsDue = invoice.personId && balanceCents > 0 ? listClaimsDue(db, invoice.id, paidOn) : [];
  const lateCents = claimsDue.reduce((sum, each) => sum + each.lateCents, 0);
  return { balanceCents, lateCents, totalCents: balanceCents + lateCents, claimsDue };
}

function listClaimsDue(db: Reader, invoiceId: string, paidOn: string): ClaimDue[] {
  const rows = db
    .selectDistinct({ claim: claims, offering: offerings })
    .from(invoiceLines)
    .innerJoin(claims, eq(claims.id, invoiceLines.claimId))
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    // One that was taken back owes nothing until it is made anew.
    .where(and(eq(invoiceLines.invoiceId, invoiceId), isNotNull(claims.requestedMinutes)))
    .all()
    .map(({ claim, offering }) => ({ claim: asClaimed(claim), offering }));
  const charged = listInvoicedCents(
    db,
    rows.map(({ claim }) => claim.id),
  );
  return withFees(db, rows, () => paidOn).flatMap(({ claim, offering, fee }) => {
    const chargedCents = charged.get(claim.id) ?? 0;
    if (chargedCents <= 0 || claim.settled) return [];
    return [{ claim, offering, chargedCents, lateCents: Math.max(0, fee.cents - chargedCents) }];
  });
}
