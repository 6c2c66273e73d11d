import { and, eq, gte, inArray, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import { invoices, openInvoices } from "#drizzle/schema/billing";
import { providers } from "#drizzle/schema/providers";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { formatAge, formatMoney, plural } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { dateOf, daysBetween } from "~/platform/time/time-zone";
import { creditedCents, receivedCents } from "./invoice-due.server";
import { INVOICE_LISTS } from "./invoice-list";
import { invoiceHolds } from "./invoice-reading.server";
import { INVOICE_STATE_WORDS, invoiceBalance, invoiceState } from "./invoice-state";
import { type InvoiceView, invoiceViewOf } from "./invoice-view";

// Few among all: what is open is kept apart, and what has a credit note is found from the notes.
const open = sql`(select ${openInvoices.invoiceId} from ${openInvoices})`;
const noted = sql`(select note.about_invoice_id from ${invoices} note where note.about_invoice_id is not null)`;

const VIEW_CONDITIONS: Record<InvoiceView, SQL> = {
  open: sql`${invoices.id} in ${open}`,
  paid: sql`${invoices.kind} = 'invoice' and ${invoices.id} not in ${open} and ${creditedCents} < ${invoices.totalCents}`,
  credited: sql`${invoices.id} in ${noted} and ${invoices.kind} = 'invoice' and ${creditedCents} >= ${invoices.totalCents}`,
  notes: sql`${invoices.aboutInvoiceId} is not null and ${invoices.kind} = 'credit-note'`,
};

export type InvoiceRow = ReturnType<typeof describe>;

/** Invoices and credit notes of the actor's providers in the view that an address asks for. */
export function invoiceSource(ctx: ScopedContext, search: URLSearchParams): ListSource<InvoiceRow> {
  const view = invoiceViewOf(search);
  const mine = and(inArray(invoices.providerId, ctx.scopeIds), VIEW_CONDITIONS[view]);
  return {
    shape: INVOICE_LISTS[view],
    tie: invoices.id,
    order: {
      number: [invoices.year, invoices.sequence],
      billTo: [lettersOf(invoices.billTo)],
      order: [invoices.purchaseOrder],
      total: [invoices.totalCents],
      issued: [invoices.issuedOn],
      left: [sql`${invoices.totalCents} - ${receivedCents} - ${creditedCents}`],
      credited: [creditedCents],
      due: [invoices.dueOn],
    },
    where: {
      q: (typed) => invoiceHolds(ctx.db, typed),
      to: (whom) => (whom === "person" ? isNotNull(invoices.personId) : isNull(invoices.personId)),
      from: (day) => gte(invoices.issuedOn, day),
      until: (day) => lte(invoices.issuedOn, day),
      overdue: () => and(VIEW_CONDITIONS.open, sql`${invoices.dueOn} < zone_date(${ctx.now}, ${providers.timeZone})`),
    },
    ...rowsOf(ctx.db, (where) => selectInvoices(ctx, and(mine, where)), {
      id: ({ invoice }) => invoice.id,
      narrow: { select: (where) => selectIds(ctx, and(mine, where)), of: invoices.id },
      describe: (rows) => {
        const personIds = rows.map(({ invoice }) => invoice.personId);
        recordReading(ctx, { action: "invoices.listed", subjectId: view, personIds });
        return rows.map((row) => describe(row, ctx.now));
      },
    }),
    cells: {
      number: (row) => row.number,
      billTo: (row) => row.billTo,
      order: (row) => row.purchaseOrder,
      total: (row) => formatMoney(row.totalCents),
      state: (row) => (row.kind === "credit-note" ? "Credit note" : INVOICE_STATE_WORDS[row.state]),
      issued: (row) => row.issuedOn,
      age: (row) => formatAge(row.age) + (row.daysOverdue > 0 ? `, ${plural(row.daysOverdue, "day")} overdue` : ""),
      left: (row) => (row.kind === "credit-note" ? null : formatMoney(row.leftCents)),
      credited: (row) => formatMoney(row.creditedCents),
      due: (row) => row.dueOn,
    },
  };
}

function selectInvoices(ctx: ScopedContext, where: SQL | undefined) {
  return ctx.db
    .select({
      invoice: invoices,
      creditedCents: creditedCents.as("credited_cents"),
      paidCents: receivedCents.as("received_cents"),
      timeZone: providers.timeZone,
    })
    .from(invoices)
    .innerJoin(providers, eq(providers.id, invoices.providerId))
    .where(where);
}

const selectIds = ({ db }: ScopedContext, where: SQL | undefined) =>
  db.select({ id: invoices.id }).from(invoices).leftJoin(providers, eq(providers.id, invoices.providerId)).where(where);

type JoinedInvoice = ReturnType<ReturnType<typeof selectInvoices>["all"]>[number];

function describe({ invoice, timeZone, ...paid }: JoinedInvoice, now: number) {
  const sums = { totalCents: invoice.totalCents, ...paid };
  const state = invoiceState(sums);
  const isOpen = invoice.kind === "invoice" && state === "open";
  return {
    id: invoice.id,
    number: invoice.number,
    kind: invoice.kind,
    billTo: invoice.billTo,
    personId: invoice.personId,
    purchaseOrder: invoice.purchaseOrder,
    totalCents: invoice.totalCents,
    creditedCents: sums.creditedCents,
    leftCents: invoiceBalance(sums),
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    age: now - invoice.issuedAt,
    daysOverdue: isOpen ? daysBetween(invoice.dueOn, dateOf(now, timeZone)) : 0,
    state,
  };
}
