import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { invoiceLines, invoices, payments } from "#drizzle/schema/billing";
import { courses, offerings } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import type { Claim } from "~/credits/claims/claim-row.server";
import { legalNameOf } from "~/people/persons/name";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { formatPlainDate } from "~/platform/format";
import { dateOf } from "~/platform/time/time-zone";
import { type BillTo, type Invoice, insertPaper } from "~/billing/invoices/invoice-paper.server";

/** What stands charged for a claim on invoices, credit notes taken off, in cents; above zero it is on a live invoice. */
export function invoicedCents(db: Reader, claimId: string): number {
  return listInvoicedCents(db, [claimId]).get(claimId) ?? 0;
}

/** The same for many claims; claims without any line are left out. */
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

/**
 * What a person or district was charged for a claim, credit notes taken off, in cents: on invoices, and paid without one.
 * A purchase order counts until its claim is invoiced: it promises what the invoice then charges.
 */
export function chargedCents(db: Reader, claimId: string): number {
  const promised = findFeeInvoice(db, claimId) === null;
  return db
    .select({ kind: payments.kind, cents: payments.amountCents })
    .from(payments)
    .where(and(eq(payments.claimId, claimId), isNull(payments.invoiceId), ne(payments.kind, "waiver")))
    .all()
    .filter(({ kind }) => promised || kind !== "purchase-order")
    .reduce((sum, { cents }) => sum + cents, invoicedCents(db, claimId));
}

/** A person as somebody to bill. */
export function billToPerson(db: Reader, personId: string): BillTo {
  const person = db.select().from(persons).where(eq(persons.id, personId)).get()!;
  return { billTo: legalNameOf(person), personId, organisationId: null, purchaseOrder: null };
}

/** What a line says of a claim: "Clock hours, Field science (PSESD-2627-0001), completed Tue, Mar 9, 2027". */
export function describeClaim(db: Reader, claim: Pick<Claim, "offeringId">): string {
  const row = db
    .select({ title: courses.title, offering: offerings })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(eq(offerings.id, claim.offeringId))
    .get()!;
  const completed = formatPlainDate(dateOf(row.offering.endsAt!, row.offering.timeZone));
  return `${row.title} (${row.offering.inServiceNumber}), completed ${completed}`;
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
  input: { claim: Claim; dueCents: number; minutes: number; reason: string },
): Invoice | null {
  const { claim, dueCents, minutes, reason } = input;
  const invoice = findFeeInvoice(tx, claim.id);
  const amountCents = chargedCents(tx, claim.id) - dueCents;
  if (amountCents <= 0) return null;
  const offering = tx.select().from(offerings).where(eq(offerings.id, claim.offeringId)).get()!;
  return insertPaper(tx, ctx, {
    providerId: offering.providerId,
    kind: "credit-note",
    billTo: invoice ?? billToPerson(tx, claim.personId),
    aboutInvoiceId: invoice?.id ?? null,
    reason,
    lines: [{ claimId: claim.id, kind: "credit", description: describeClaim(tx, claim), minutes, amountCents }],
  });
}
