import { and, eq } from "drizzle-orm";
import { invoiceLines, invoicePayments, invoices, paymentReversals, payments } from "#drizzle/schema/billing";
import { insertReversal, paymentCounts } from "~/billing/fees/payment-row.server";
import type { InvoiceRefusal } from "~/billing/fees/refusal";
import { unsettle } from "~/billing/fees/reverse-payment.server";
import { getClaim } from "~/credits/claims/claim-row.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { creditLines, findScopedInvoice } from "./invoice-payment.server";
import type { Invoice, PaperLine } from "./invoice-paper.server";

type Money = typeof invoicePayments.$inferSelect;

/**
 * The registrar reverses money that was recorded for an invoice in error: the invoice is open again, and so are the fees
 * that it settled. What its late payment added goes, too, by a credit note to the late fee's invoice.
 */
export function reverseInvoicePayment(
  ctx: ScopedContext,
  input: { invoiceId: string; invoicePaymentId: string; reason: string },
): Outcome<Invoice, InvoiceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findScopedInvoice(tx, ctx, input.invoiceId);
    if (!found) return refuse("unknown-invoice");
    const { invoice } = found;
    const ofThis = and(eq(invoicePayments.id, input.invoicePaymentId), eq(invoicePayments.invoiceId, invoice.id));
    const money = tx.select().from(invoicePayments).where(ofThis).get();
    if (!money) return refuse("unknown-payment");
    if (isReversed(tx, money.id)) return refuse("reversed-already");
    if (paidWith(tx, money) !== null) return refuse("paid-with-another");
    reverse(tx, ctx, invoice, money, input.reason);
    for (const late of lateInvoicesOf(tx, invoice, money)) {
      reverse(tx, ctx, late.invoice, late.money, input.reason);
      creditLines(tx, ctx, late.invoice, ownLines(tx, late.invoice), input.reason);
    }
    return ok(invoice);
  });
}

function reverse(tx: Transaction, ctx: ScopedContext, invoice: Invoice, money: Money, reason: string): void {
  insertReversal(
    tx,
    ctx,
    { invoicePaymentId: money.id },
    { subjectId: invoice.id, personId: invoice.personId, reason },
  );
  const settledBy = tx
    .select()
    .from(payments)
    .where(and(eq(payments.invoiceId, invoice.id), eq(payments.recordedAt, money.recordedAt), paymentCounts))
    .all()
    .filter(({ kind }) => kind !== "purchase-order");
  for (const { id, claimId } of settledBy) {
    const claim = getClaim(tx, claimId);
    insertReversal(tx, ctx, { paymentId: id }, { subjectId: claim.id, personId: claim.personId, reason });
    unsettle(tx, ctx, claim, reason);
  }
}

/** What an invoice charged, as what a credit note gives back. */
function ownLines(tx: Transaction, { id }: Invoice): PaperLine[] {
  const lines = tx.select().from(invoiceLines).where(eq(invoiceLines.invoiceId, id)).all();
  return lines.map(({ claimId, description, minutes, amountCents }) => ({
    claimId,
    kind: "credit",
    description,
    minutes,
    amountCents,
  }));
}

function isReversed(tx: Transaction, invoicePaymentId: string): boolean {
  const reversal = eq(paymentReversals.invoicePaymentId, invoicePaymentId);
  return tx.select({ id: paymentReversals.id }).from(paymentReversals).where(reversal).get() !== undefined;
}

/** The invoices of late fees that the same money paid. */
function lateInvoicesOf(tx: Transaction, invoice: Invoice, money: Money): { invoice: Invoice; money: Money }[] {
  return tx
    .select({ invoice: invoices, money: invoicePayments })
    .from(invoices)
    .innerJoin(invoicePayments, eq(invoicePayments.invoiceId, invoices.id))
    .where(and(eq(invoices.aboutInvoiceId, invoice.id), eq(invoices.kind, "invoice")))
    .all()
    .filter((late) => late.money.recordedAt === money.recordedAt && late.money.reference === money.reference);
}

/** The invoice whose payment brought this late fee's; null for money of its own. */
function paidWith(tx: Transaction, money: Money): string | null {
  const late = tx.select().from(invoices).where(eq(invoices.id, money.invoiceId)).get();
  return late?.kind === "invoice" ? late.aboutInvoiceId : null;
}
