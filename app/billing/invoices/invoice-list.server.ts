import { and, asc, count, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { invoiceLines, invoicePayments, invoices, paymentReversals } from "#drizzle/schema/billing";
import { providers } from "#drizzle/schema/providers";
import { claims } from "#drizzle/schema/credits";
import { getProvider } from "~/catalog/providers/provider.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { holdsTyped } from "~/platform/database/contains.server";
import type { Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { notFound, PAGE_SIZE } from "~/platform/http/responses.server";
import { daysBetween, dateOf } from "~/platform/time/time-zone";
import { creditedCents, dueOf, findSums, receivedCents } from "./invoice-due.server";
import type { InvoiceView } from "./invoice-view";
import { getInvoice, type Invoice } from "./invoice-paper.server";
import { invoiceState } from "./invoice-state";

const VIEW_CONDITIONS: Record<InvoiceView, SQL> = {
  open: sql`${invoices.kind} = 'invoice' and ${receivedCents} + ${creditedCents} < ${invoices.totalCents}`,
  paid: sql`${invoices.kind} = 'invoice' and ${creditedCents} < ${invoices.totalCents}
    and ${receivedCents} + ${creditedCents} >= ${invoices.totalCents}`,
  credited: sql`${invoices.kind} = 'invoice' and ${creditedCents} >= ${invoices.totalCents}`,
  notes: sql`${invoices.kind} = 'credit-note'`,
};

/** Condition: number, whom it bills and purchase order hold every word that was typed. */
export const invoiceHolds = (typed: string): SQL | undefined =>
  holdsTyped(typed, invoices.number, invoices.billTo, invoices.purchaseOrder);

/** Invoices and credit notes of the actor's providers: open ones oldest first, others newest first; with counts. */
export function listInvoices(ctx: ScopedContext, input: { view: InvoiceView; words: string; page: number }) {
  const words = invoiceHolds(input.words);
  const within = (view: InvoiceView) => and(inArray(invoices.providerId, ctx.scopeIds), words, VIEW_CONDITIONS[view]);
  const rows = ctx.db
    .select({ invoice: invoices, creditedCents, paidCents: receivedCents, timeZone: providers.timeZone })
    .from(invoices)
    .innerJoin(providers, eq(providers.id, invoices.providerId))
    .where(within(input.view))
    .orderBy(...(input.view === "open" ? [asc(invoices.id)] : [desc(invoices.id)]))
    .limit(PAGE_SIZE)
    .offset((input.page - 1) * PAGE_SIZE)
    .all();
  const personIds = rows.map(({ invoice }) => invoice.personId);
  recordReading(ctx, { action: "invoices.listed", subjectId: input.view, personIds });
  return {
    counts: Object.fromEntries(
      (Object.keys(VIEW_CONDITIONS) as InvoiceView[]).map((view) => [view, countInvoices(ctx, within(view))]),
    ) as Record<InvoiceView, number>,
    rows: rows.map(({ invoice, timeZone, ...sums }) => ({
      id: invoice.id,
      number: invoice.number,
      kind: invoice.kind,
      billTo: invoice.billTo,
      personId: invoice.personId,
      purchaseOrder: invoice.purchaseOrder,
      totalCents: invoice.totalCents,
      creditedCents: sums.creditedCents,
      issuedOn: invoice.issuedOn,
      dueOn: invoice.dueOn,
      age: ctx.now - invoice.issuedAt,
      daysOverdue: daysBetween(invoice.dueOn, dateOf(ctx.now, timeZone)),
      state: invoiceState({ totalCents: invoice.totalCents, ...sums }),
    })),
  };
}

function countInvoices(ctx: ScopedContext, where: SQL | undefined): number {
  return countOf(ctx.db.select({ count: count() }).from(invoices).where(where));
}

/**
 * One invoice of the actor's providers with everything on it.
 * @throws Response 404 for any other
 */
export function getScopedInvoice(ctx: ScopedContext, invoiceId: string) {
  const invoice = ctx.db
    .select()
    .from(invoices)
    .where(and(eq(invoices.id, invoiceId), inArray(invoices.providerId, ctx.scopeIds)))
    .get();
  if (!invoice) throw notFound();
  const personIds = [invoice.personId, ...listBilledPersons(ctx.db, invoice.id)];
  recordReading(ctx, { action: "invoice.read", subjectId: invoice.id, personIds });
  return readInvoice(ctx, invoice);
}

/** Whose claims an invoice bills. */
function listBilledPersons(db: Reader, invoiceId: string): string[] {
  return db
    .selectDistinct({ personId: claims.personId })
    .from(invoiceLines)
    .innerJoin(claims, eq(claims.id, invoiceLines.claimId))
    .where(eq(invoiceLines.invoiceId, invoiceId))
    .all()
    .map(({ personId }) => personId);
}

/**
 * One invoice that bills the actor.
 * @throws Response 404 for anybody else's, their district's included
 */
export function getMyInvoice(ctx: ActorContext, invoiceId: string) {
  const invoice = ctx.db
    .select()
    .from(invoices)
    .where(and(eq(invoices.id, invoiceId), eq(invoices.personId, ctx.actor.personId)))
    .get();
  if (!invoice) throw notFound();
  return readInvoice(ctx, invoice);
}

function readInvoice(ctx: ActorContext, invoice: Invoice) {
  const { db } = ctx;
  const provider = getProvider(db, invoice.providerId);
  const today = dateOf(ctx.now, provider.timeZone);
  const sums = findSums(db, invoice.id);
  const { balanceCents, lateCents, totalCents } = dueOf(db, invoice, today);
  return {
    invoice,
    provider: { name: provider.name, address: provider.address },
    lines: db.select().from(invoiceLines).where(eq(invoiceLines.invoiceId, invoice.id)).orderBy(invoiceLines.id).all(),
    payments: listMoney(db, invoice.id),
    /** The credit notes to it and the invoice of its late fee. */
    followers: db.select().from(invoices).where(eq(invoices.aboutInvoiceId, invoice.id)).orderBy(invoices.id).all(),
    about: invoice.aboutInvoiceId ? getInvoice(db, invoice.aboutInvoiceId) : null,
    state: invoiceState(sums),
    due: { balanceCents, lateCents, totalCents },
    today,
  };
}

/** The money that was recorded for an invoice, oldest first, with what became of it. */
function listMoney(db: Reader, invoiceId: string) {
  return db
    .select({ money: invoicePayments, reversal: paymentReversals })
    .from(invoicePayments)
    .leftJoin(paymentReversals, eq(paymentReversals.invoicePaymentId, invoicePayments.id))
    .where(eq(invoicePayments.invoiceId, invoiceId))
    .orderBy(asc(invoicePayments.id))
    .all()
    .map(({ money, reversal }) => ({ ...money, reversal: reversal && { reason: reversal.reason } }));
}

export type InvoiceReading = ReturnType<typeof readInvoice>;

/** The invoices and credit notes that name a claim, oldest first; for a person only those that bill them. */
export function listInvoicesOfClaim(db: Reader, claimId: string, personId?: string) {
  return db
    .selectDistinct({ id: invoices.id, number: invoices.number, kind: invoices.kind, billTo: invoices.billTo })
    .from(invoiceLines)
    .innerJoin(invoices, eq(invoices.id, invoiceLines.invoiceId))
    .where(and(eq(invoiceLines.claimId, claimId), personId ? eq(invoices.personId, personId) : undefined))
    .orderBy(asc(invoices.id))
    .all();
}
