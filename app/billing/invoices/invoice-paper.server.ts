import { and, eq, max } from "drizzle-orm";
import { invoiceLines, invoices } from "#drizzle/schema/billing";
import { getProvider } from "~/catalog/providers/provider.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { aggregateOf, rowOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { addDays, dateOf } from "~/platform/time/time-zone";
import { DUE_DAYS, type InvoiceKind, invoiceNumber, type LineKind } from "./invoice-kind";

export type Invoice = typeof invoices.$inferSelect;

/**
 * An invoice or credit note that a row of ours is about.
 * @throws Error when there is none
 */
export function getInvoice(db: Reader, invoiceId: string): Invoice {
  return rowOf(db.select().from(invoices).where(eq(invoices.id, invoiceId)), `invoice ${invoiceId}`);
}

/** Who is billed: a person, or a district for its purchase order; with the name and the address as they are now. */
export type BillTo = Pick<Invoice, "billTo" | "billToAddress" | "personId" | "organisationId" | "purchaseOrder">;

export interface PaperLine {
  claimId: string;
  kind: LineKind;
  description: string;
  minutes: number;
  amountCents: number;
}

interface Paper {
  providerId: string;
  kind: InvoiceKind;
  billTo: BillTo;
  lines: readonly PaperLine[];
  aboutInvoiceId?: string | null;
  reason?: string;
}

/**
 * Issues a numbered paper (T8). The number is the provider's next of the year: taken inside the transaction, which is
 * immediate, and demanded by the database.
 */
export function insertPaper(tx: Transaction, ctx: Context, paper: Paper): Invoice {
  const provider = getProvider(tx, paper.providerId);
  const issuedOn = dateOf(ctx.now, provider.timeZone);
  const year = Number(issuedOn.slice(0, 4));
  const sequence = nextSequence(tx, provider.id, year);
  const { billTo, billToAddress, personId, organisationId, purchaseOrder } = paper.billTo;
  const row: Invoice = {
    billTo,
    billToAddress,
    personId,
    organisationId,
    purchaseOrder,
    id: newId(),
    providerId: provider.id,
    year,
    sequence,
    number: invoiceNumber(provider.shortName, year, sequence),
    kind: paper.kind,
    aboutInvoiceId: paper.aboutInvoiceId ?? null,
    issuedAt: ctx.now,
    issuedBy: ctx.actor?.personId ?? null,
    issuedOn,
    dueOn: paper.kind === "invoice" ? addDays(issuedOn, DUE_DAYS) : issuedOn,
    totalCents: paper.lines.reduce((sum, line) => sum + line.amountCents, 0),
    reason: paper.reason ?? null,
  };
  tx.insert(invoices).values(row).run();
  for (const line of paper.lines) {
    tx.insert(invoiceLines)
      .values({ id: newId(), invoiceId: row.id, ...line })
      .run();
  }
  recordAudit(tx, ctx, {
    action: `${paper.kind}.issued`,
    subjectId: row.id,
    personId: row.personId,
    detail: { number: row.number, cents: row.totalCents },
  });
  return row;
}

function nextSequence(tx: Transaction, providerId: string, year: number): number {
  const { last } = aggregateOf(
    tx
      .select({ last: max(invoices.sequence) })
      .from(invoices)
      .where(and(eq(invoices.providerId, providerId), eq(invoices.year, year))),
  );
  return (last ?? 0) + 1;
}
