import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { invoiceLines, invoicePayments, invoices, paymentReversals } from "#drizzle/schema/billing";
import { claims } from "#drizzle/schema/credits";
import { organisations } from "#drizzle/schema/people";
import { foundPersons } from "~/people/persons/person-names.server";
import { getProvider } from "~/catalog/providers/provider.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import {
  contains,
  everyWord,
  fulfilsOneOf,
  holdsTyped,
  phrase,
  SHORTEST_INDEXED,
} from "~/platform/database/contains.server";
import type { Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { dateOf } from "~/platform/time/time-zone";
import { dueOf, findSums } from "./invoice-due.server";
import { getInvoice, type Invoice } from "./invoice-paper.server";
import { invoiceState } from "./invoice-state";

/**
 * Condition: number, whom it bills and purchase order hold every word that was typed. Whom it bills is looked for among
 * people and organizations, folded; what was written on the invoice, as it was written: words of three characters and more
 * by the index of these texts (drizzle/invoice-search.ts), shorter ones in all of them.
 */
export const invoiceHolds = (db: Reader, typed: string): SQL | undefined =>
  everyWord(typed, (word) => {
    const billed = db
      .select({ id: organisations.id })
      .from(organisations)
      .where(holdsTyped(word, organisations.name, organisations.code));
    return fulfilsOneOf(
      invoices.id,
      sql`${invoices.personId} in ${foundPersons(word)}`,
      inArray(invoices.organisationId, billed),
      isWritten(word),
    );
  });

function isWritten(word: string): SQL | undefined {
  if ([...word].length >= SHORTEST_INDEXED)
    return sql`${invoices.id} in (select invoice_id from invoice_search where invoice_search match ${phrase(word)})`;
  return or(...[invoices.number, invoices.billTo, invoices.purchaseOrder].map((text) => contains(text, word)));
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
