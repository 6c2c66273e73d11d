import { and, asc, eq, gte } from "drizzle-orm";
import { employedBy, listBillable, listEmployers } from "~/billing/invoices/billable.server";
import { issueDistrictInvoice, issueInvoice } from "~/billing/invoices/invoice.server";
import { payInvoice } from "~/billing/invoices/invoice-payment.server";
import { correctPostedCredit } from "~/desks/registrar/correct-credit.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Transaction } from "~/platform/database/database.server";
import { dateOf } from "~/platform/time/time-zone";
import { payments } from "#drizzle/schema/billing";
import { claims, credits } from "#drizzle/schema/credits";
import { must } from "./offerings";

/** A district's purchase order, a person's open and another's paid invoice, and a credit note after a correction. */
export function insertInvoices(tx: Transaction, ctx: ScopedContext, providerId: string): void {
  const mine = () => listBillable(tx, ctx).filter(({ offering }) => offering.providerId === providerId);
  const byDistrict = listEmployers(tx, ctx).map(({ value }) => ({
    organisationId: value,
    rows: employedBy(tx, value, mine()),
  }));
  const [largest] = byDistrict.sort((a, b) => b.rows.length - a.rows.length);
  if (largest && largest.rows.length > 0) {
    const claimIds = largest.rows.slice(0, 6).map(({ claim }) => claim.id);
    must(issueDistrictInvoice(ctx, { organisationId: largest.organisationId, purchaseOrder: "PO-20417", claimIds }));
  }
  const unpaid = mine().filter(({ promised }) => !promised);
  const [open, paid] = unpaid.filter(
    ({ claim }, index) => unpaid.findIndex((each) => each.claim.personId === claim.personId) === index,
  );
  if (open) must(issueInvoice(ctx, { claimIds: [open.claim.id] }));
  if (paid) {
    const invoice = must(issueInvoice(ctx, { claimIds: [paid.claim.id] }));
    const money = { kind: "card-terminal" as const, reference: "T-88213", amountCents: invoice.totalCents };
    must(payInvoice(ctx, { invoiceId: invoice.id, ...money, receivedOn: dateOf(ctx.now, paid.offering.timeZone) }));
  }
  correctOne(tx, ctx);
}

function correctOne(tx: Transaction, ctx: ScopedContext): void {
  const credit = tx
    .select({ claimId: claims.id, minutes: credits.minutes })
    .from(credits)
    .innerJoin(claims, eq(claims.id, credits.claimId))
    .innerJoin(payments, eq(payments.claimId, credits.claimId))
    .where(and(eq(payments.kind, "cheque"), eq(credits.version, 1), gte(payments.amountCents, 1800)))
    .orderBy(asc(credits.id))
    .limit(1)
    .get();
  if (!credit) return;
  const { claimId, minutes } = credit;
  must(correctPostedCredit(ctx, { claimId, minutes: minutes - 60, reason: "The sign-out sheet was misread." }));
}
