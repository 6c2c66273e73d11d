import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { invoiceLines, invoices, payments } from "#drizzle/schema/billing";
import { courses, offerings } from "#drizzle/schema/catalog";
import type { Offering } from "~/catalog/offerings/offering.server";
import { published, type Published } from "~/catalog/offerings/published";
import type { Claim } from "~/credits/claims/claim-row.server";
import { legalNameOf } from "~/people/persons/name";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { formatPlainDate } from "~/platform/format";
import { dateOf } from "~/platform/time/time-zone";
import { paymentCounts } from "./payment-row.server";
import { type BillTo, type Invoice, insertPaper } from "~/billing/invoices/invoice-paper.server";
import { getPerson } from "~/people/persons/person.server";
import { rowOf } from "~/platform/database/rows.server";

/** What claims were charged on invoices, credit notes taken off, in cents; those without any line are left out. */
export function listInvoicedCents(db: Reader, claimIds: readonly string[]): Map<string, number> {
  const rows = db
    .select({ claimId: invoiceLines.claimId, kind: invoiceLines.kind, cents: invoiceLines.amountCents })
    .from(invoiceLines)
    .where(inArray(invoiceLines.claimId, [...claimIds]))
    .all();
  const sums = new Map<string, number>();
  for (const { claimId, kind, cents } of rows) {
    sums.set(claimId, (sums.get(claimId) ?? 0) + (kind === "credit" ? -cents : cents));
  }
  return sums;
}

/** The invoice that last charged the fee of a claim; null when none did. */
export function findFeeInvoice(db: Reader, claimId: string): Invoice | null {
  const row = db
    .select({ invoice: invoices })
    .from(invoiceLines)
    .innerJoin(invoices, eq(invoices.id, invoiceLines.invoiceId))
    .where(and(eq(invoiceLines.claimId, claimId), eq(invoiceLines.kind, "fee")))
    .orderBy(asc(invoices.id))
    .all()
    .at(-1);
  return row?.invoice ?? null;
}

/** What was charged for one claim, to a person or a district. */
export interface ClaimCharge {
  /** On invoices, credit notes taken off; above zero the claim is on a live invoice. */
  invoicedCents: number;
  /**
   * On invoices, and paid without one. A purchase order counts until its claim is invoiced: it promises what the invoice
   * then charges.
   */
  cents: number;
  /** The invoice that last charged the fee. */
  invoice: Invoice | null;
}

/** What was charged for a claim, in two statements. */
export function readCharge(db: Reader, claimId: string): ClaimCharge {
  const lines = db
    .select({ kind: invoiceLines.kind, cents: invoiceLines.amountCents, invoice: invoices })
    .from(invoiceLines)
    .innerJoin(invoices, eq(invoices.id, invoiceLines.invoiceId))
    .where(eq(invoiceLines.claimId, claimId))
    .orderBy(asc(invoices.id))
    .all();
  const paid = db
    .select({ kind: payments.kind, cents: payments.amountCents })
    .from(payments)
    .where(and(eq(payments.claimId, claimId), isNull(payments.invoiceId), ne(payments.kind, "waiver"), paymentCounts))
    .all();
  const invoice = lines.findLast(({ kind }) => kind === "fee")?.invoice ?? null;
  const invoicedCents = lines.reduce((sum, { kind, cents }) => sum + (kind === "credit" ? -cents : cents), 0);
  const direct = paid.filter(({ kind }) => invoice === null || kind !== "purchase-order");
  return { invoicedCents, cents: direct.reduce((sum, { cents }) => sum + cents, invoicedCents), invoice };
}

/** A person as somebody to bill. */
export function billToPerson(db: Reader, personId: string): BillTo {
  const person = getPerson(db, personId);
  return { billTo: legalNameOf(person), billToAddress: null, personId, organisationId: null, purchaseOrder: null };
}

/** What a line says of a claim: "Clock hours, Field science (PSESD-2627-0001), completed Tue, Mar 9, 2027". */
export function describeClaim(db: Reader, claim: Pick<Claim, "offeringId">): string {
  const row = rowOf(
    db
      .select({ title: courses.title, offering: offerings })
      .from(offerings)
      .innerJoin(courses, eq(courses.id, offerings.courseId))
      .where(eq(offerings.id, claim.offeringId)),
    `offering ${claim.offeringId}`,
  );
  return describeHours(row.title, published(row.offering));
}

/** The same of an offering that is at hand. */
export function describeHours(
  title: string,
  { inServiceNumber, endsAt, timeZone }: Pick<Published<Offering>, "inServiceNumber" | "endsAt" | "timeZone">,
): string {
  return `${title} (${inServiceNumber}), completed ${formatPlainDate(dateOf(endsAt, timeZone))}`;
}

/**
 * Lowers what a claim was charged, by invoice or by direct payment, to what is due for it. Nothing happens while no more
 * was charged than is due.
 *
 * @returns the credit note, or null
 */
export function creditDown(
  tx: Transaction,
  ctx: Context,
  input: { claim: Claim; providerId: string; dueCents: number; minutes: number; reason: string },
  charge = readCharge(tx, input.claim.id),
): Invoice | null {
  const { claim, providerId, dueCents, minutes, reason } = input;
  const { invoice } = charge;
  const amountCents = charge.cents - dueCents;
  if (amountCents <= 0) return null;
  return insertPaper(tx, ctx, {
    providerId,
    kind: "credit-note",
    billTo: invoice ?? billToPerson(tx, claim.personId),
    aboutInvoiceId: invoice?.id ?? null,
    reason,
    lines: [{ claimId: claim.id, kind: "credit", description: describeClaim(tx, claim), minutes, amountCents }],
  });
}
