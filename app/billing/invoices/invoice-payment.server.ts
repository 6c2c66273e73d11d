import { and, eq, inArray } from "drizzle-orm";
import { invoiceLines, invoicePayments, invoices } from "#drizzle/schema/billing";
import { claims } from "#drizzle/schema/credits";
import { providers } from "#drizzle/schema/providers";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf } from "~/platform/time/time-zone";
import { describeClaim, listInvoicedCents } from "~/billing/fees/claim-charge.server";
import { settle } from "~/billing/fees/claim-fee.server";
import { type ClaimDue, dueOf } from "./invoice-due.server";
import type { MoneyKind } from "./invoice-kind";
import { type Invoice, insertPaper, type PaperLine } from "./invoice-paper.server";
import type { InvoiceRefusal } from "~/billing/fees/refusal";

interface InvoiceMoney {
  invoiceId: string;
  kind: MoneyKind;
  /** The terminal's reference or the number of the cheque; never a card's. */
  reference: string;
  /** `YYYY-MM-DD`; decides whether it is late. */
  receivedOn: string;
  amountCents: number;
}

/**
 * The registrar records the money for an invoice, all that is due on the day it came (T8). A person's claims are settled
 * by it. What paying late adds goes on an invoice of its own, paid at once: what was issued stays as it was.
 */
export function payInvoice(
  ctx: ScopedContext,
  input: InvoiceMoney,
): Outcome<{ lateInvoice: Invoice | null }, InvoiceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findScopedInvoice(tx, ctx, input.invoiceId);
    if (!found) return refuse("unknown-invoice");
    const { invoice, timeZone } = found;
    if (input.receivedOn > dateOf(ctx.now, timeZone)) return refuse("not-yet-received");
    const due = dueOf(tx, invoice, input.receivedOn);
    if (invoice.kind !== "invoice" || due.balanceCents <= 0) return refuse("not-open");
    if (input.amountCents !== due.totalCents) return refuse("wrong-amount", { due: due.totalCents });
    insertMoney(tx, ctx, invoice, input, due.balanceCents);
    const lateInvoice = due.lateCents > 0 ? billLate(tx, ctx, invoice, due.claimsDue) : null;
    if (lateInvoice) insertMoney(tx, ctx, lateInvoice, input, due.lateCents);
    const { kind, reference, receivedOn } = input;
    for (const { claim, offering, chargedCents, lateCents } of due.claimsDue) {
      settle(tx, ctx, claim, offering, {
        kind,
        amountCents: chargedCents + lateCents,
        reference,
        receivedOn,
        recordedBy: ctx.actor.personId,
        invoiceId: invoice.id,
      });
    }
    return ok({ lateInvoice });
  });
}

/** The registrar takes back an invoice that nobody has paid, by a credit note over all that is left of it. */
export function creditInvoice(
  ctx: ScopedContext,
  input: { invoiceId: string; reason: string },
): Outcome<Invoice, InvoiceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findScopedInvoice(tx, ctx, input.invoiceId);
    if (!found) return refuse("unknown-invoice");
    const { invoice } = found;
    const { balanceCents } = dueOf(tx, invoice, invoice.issuedOn);
    if (invoice.kind !== "invoice" || balanceCents <= 0) return refuse("not-open");
    return ok(creditLines(tx, ctx, invoice, linesLeft(tx, invoice), input.reason));
  });
}

/** A credit note to an invoice over some lines. */
export function creditLines(
  tx: Transaction,
  ctx: ScopedContext,
  invoice: Invoice,
  lines: PaperLine[],
  reason: string,
): Invoice {
  return insertPaper(tx, ctx, {
    providerId: invoice.providerId,
    kind: "credit-note",
    billTo: invoice,
    aboutInvoiceId: invoice.id,
    reason,
    lines,
  });
}

function linesLeft(tx: Transaction, invoice: Invoice) {
  const rows = tx
    .selectDistinct({ claim: claims })
    .from(invoiceLines)
    .innerJoin(claims, eq(claims.id, invoiceLines.claimId))
    .where(eq(invoiceLines.invoiceId, invoice.id))
    .all();
  const charged = listInvoicedCents(
    tx,
    rows.map(({ claim }) => claim.id),
  );
  return rows.flatMap(({ claim }) => {
    const amountCents = charged.get(claim.id) ?? 0;
    const line = { claimId: claim.id, kind: "credit" as const, description: describeClaim(tx, claim) };
    return amountCents > 0 ? [{ ...line, minutes: claim.requestedMinutes ?? 0, amountCents }] : [];
  });
}

function billLate(tx: Transaction, ctx: ScopedContext, invoice: Invoice, due: readonly ClaimDue[]): Invoice {
  return insertPaper(tx, ctx, {
    providerId: invoice.providerId,
    kind: "invoice",
    billTo: invoice,
    aboutInvoiceId: invoice.id,
    reason: `Late payment of invoice ${invoice.number}`,
    lines: due
      .filter(({ lateCents }) => lateCents > 0)
      .map(({ claim, lateCents }) => ({
        claimId: claim.id,
        kind: "late-fee",
        description: `Late fee: ${describeClaim(tx, claim)}`,
        minutes: claim.requestedMinutes,
        amountCents: lateCents,
      })),
  });
}

function insertMoney(
  tx: Transaction,
  ctx: ScopedContext,
  invoice: Invoice,
  { kind, reference, receivedOn }: InvoiceMoney,
  amountCents: number,
): void {
  const id = newId();
  tx.insert(invoicePayments)
    .values({
      id,
      invoiceId: invoice.id,
      kind,
      amountCents,
      reference,
      receivedOn,
      recordedBy: ctx.actor.personId,
      recordedAt: ctx.now,
    })
    .run();
  recordAudit(tx, ctx, {
    action: "invoice.paid",
    subjectId: invoice.id,
    personId: invoice.personId,
    detail: { number: invoice.number, kind, cents: amountCents },
  });
}

/** An invoice of one of the actor's providers, with the provider's zone; undefined for any other. */
export function findScopedInvoice(tx: Transaction, ctx: ScopedContext, invoiceId: string) {
  return tx
    .select({ invoice: invoices, timeZone: providers.timeZone })
    .from(invoices)
    .innerJoin(providers, eq(providers.id, invoices.providerId))
    .where(and(eq(invoices.id, invoiceId), inArray(invoices.providerId, ctx.scopeIds)))
    .get();
}
