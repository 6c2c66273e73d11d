import type { ScopedContext } from "~/people/roles/permission.server";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf } from "~/platform/time/time-zone";
import { type Billable, employedBy, listBillable } from "./billable.server";
import { billToPerson, describeHours } from "~/billing/fees/claim-charge.server";
import { settle } from "~/billing/fees/claim-fee.server";
import { type BillTo, type Invoice, insertPaper, type PaperLine } from "./invoice-paper.server";
import type { InvoiceRefusal } from "~/billing/fees/refusal";
import { findOrganisation, type Organisation } from "~/people/organisations/organisation.server";

/** At least one claim, as every invoice has. */
type Chosen = readonly [Billable, ...Billable[]];

/** The registrar bills one person for claims that owe a fee (T8). They are settled once the invoice is paid. */
export function issueInvoice(
  ctx: ScopedContext,
  input: { claimIds: readonly string[] },
): Outcome<Invoice, InvoiceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const chosen = chooseBillable(tx, ctx, input.claimIds);
    if (!chosen.ok) return chosen;
    const rows = chosen.value;
    const { personId } = rows[0].claim;
    if (rows.some(({ claim }) => claim.personId !== personId)) return refuse("several-people");
    if (!fromOneProvider(rows)) return refuse("several-providers");
    if (rows.some(({ promised }) => promised)) return refuse("not-billable");
    return ok(issue(tx, ctx, rows, billToPerson(tx, personId)));
  });
}

/**
 * The registrar bills everyone whose claims are chosen: one invoice per person and provider, all or none.
 *
 * @returns the invoices, in the order of the people's names
 */
export function issueInvoices(
  ctx: ScopedContext,
  input: { claimIds: readonly string[] },
): Outcome<Invoice[], InvoiceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const chosen = chooseBillable(tx, ctx, input.claimIds);
    if (!chosen.ok) return chosen;
    if (chosen.value.some(({ promised }) => promised)) return refuse("not-billable");
    const groups = new Map<string, Chosen>();
    for (const row of chosen.value) {
      const key = `${row.claim.personId} ${row.offering.providerId}`;
      const others = groups.get(key);
      groups.set(key, others ? [...others, row] : [row]);
    }
    return ok([...groups.values()].map((rows) => issue(tx, ctx, rows, billToPerson(tx, rows[0].claim.personId))));
  });
}

/**
 * The registrar bills a district for its purchase order (T8). The order settles the claims at once; the invoice stays
 * open until the district's money comes. Only people who worked for the district when the offering ended.
 */
export function issueDistrictInvoice(
  ctx: ScopedContext,
  input: { organisationId: string; purchaseOrder: string; claimIds: readonly string[] },
): Outcome<Invoice, InvoiceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const { organisationId, purchaseOrder } = input;
    const district = findOrganisation(tx, organisationId);
    if (!district) return refuse("unknown-organisation");
    const chosen = chooseBillable(tx, ctx, input.claimIds);
    if (!chosen.ok) return chosen;
    const rows = chosen.value;
    if (!fromOneProvider(rows)) return refuse("several-providers");
    const employed = employedBy(tx, organisationId, rows);
    if (employed.length !== rows.length) return refuse("not-of-district");
    const billTo = { billTo: district.name, billToAddress: billingAddressOf(district) };
    const invoice = issue(tx, ctx, rows, { ...billTo, personId: null, organisationId, purchaseOrder });
    for (const { claim, cents, promised, offering } of rows) {
      if (promised) continue;
      settle(tx, ctx, claim, offering, {
        kind: "purchase-order",
        amountCents: cents,
        reference: purchaseOrder,
        receivedOn: dateOf(ctx.now, offering.timeZone),
        recordedBy: ctx.actor.personId,
        invoiceId: invoice.id,
      });
    }
    return ok(invoice);
  });
}

/** For whose attention, the address and the email, one line each; null where none is entered. */
function billingAddressOf({ billingName, billingAddress, billingEmail }: Organisation): string | null {
  const lines = [billingName && `Attention: ${billingName}`, billingAddress, billingEmail].filter(Boolean);
  return lines.length > 0 ? lines.join("\n") : null;
}

function chooseBillable(
  tx: Transaction,
  ctx: ScopedContext,
  claimIds: readonly string[],
): Outcome<Chosen, InvoiceRefusal> {
  const wanted = [...new Set(claimIds)];
  if (wanted.length === 0) return refuse("nothing-chosen");
  const [first, ...others] = listBillable(tx, ctx, wanted);
  if (!first || others.length + 1 < wanted.length) return refuse("not-billable");
  return ok([first, ...others]);
}

function fromOneProvider(rows: readonly Billable[]): boolean {
  return new Set(rows.map(({ offering }) => offering.providerId)).size === 1;
}

function issue(tx: Transaction, ctx: ScopedContext, rows: Chosen, billTo: BillTo): Invoice {
  const lines = rows.flatMap(({ claim, name, title, offering, cents, lateCents }): PaperLine[] => {
    const line = { claimId: claim.id, minutes: claim.requestedMinutes };
    const description = describeHours(title, offering);
    const what = billTo.personId ? description : `${name}: ${description}`;
    const fee: PaperLine = { ...line, kind: "fee", description: what, amountCents: cents - lateCents };
    if (lateCents === 0) return [fee];
    return [fee, { ...line, kind: "late-fee", description: `Late fee: ${what}`, amountCents: lateCents }];
  });
  return insertPaper(tx, ctx, { providerId: rows[0].offering.providerId, kind: "invoice", billTo, lines });
}
