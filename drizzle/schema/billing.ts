import { sql } from "drizzle-orm";
import { type AnySQLiteColumn, check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { INVOICE_KINDS, LINE_KINDS, MONEY_KINDS } from "../../app/billing/invoices/invoice-kind";
import { PAYMENT_KINDS } from "../../app/billing/fees/payment-kind";
import { providers } from "./providers";
import { id, instant, oneOf, plainDate } from "./column";
import { claims } from "./credits";
import { organisations, persons } from "./people";

/** T8: what settled the fee of a claim, exact in cents; a waiver is a row of its amount with the reason. */
export const payments = sqliteTable(
  "payments",
  {
    id: id(),
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    /** The invoice through which it was paid; null when it was paid by itself. */
    invoiceId: text("invoice_id").references((): AnySQLiteColumn => invoices.id),
    kind: text("kind", { enum: PAYMENT_KINDS }).notNull(),
    amountCents: integer("amount_cents").notNull(),
    /** Number of the cheque, the terminal's receipt or the purchase order; why, for a waiver. */
    reference: text("reference").notNull(),
    receivedOn: plainDate("received_on").notNull(),
    /** Null for a waiver by rule. */
    recordedBy: text("recorded_by").references(() => persons.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    oneOf("payments_kind", t.kind, PAYMENT_KINDS),
    check("payments_amount", sql`${t.amountCents} >= 0`),
    index("payments_claim").on(t.claimId),
    index("payments_received").on(t.receivedOn, t.claimId),
    index("payments_promised")
      .on(t.claimId)
      .where(sql`${t.kind} = 'purchase-order' and ${t.invoiceId} is null`),
  ],
);

/**
 * T8: numbered papers: invoices to a person or, for a purchase order, to a district; and the credit notes that lower
 * them. Numbers have no gaps: triggers demand the next one and refuse UPDATE and DELETE.
 */
export const invoices = sqliteTable(
  "invoices",
  {
    id: id(),
    providerId: text("provider_id")
      .notNull()
      .references(() => providers.id),
    year: integer("year").notNull(),
    sequence: integer("sequence").notNull(),
    number: text("number").notNull().unique(),
    kind: text("kind", { enum: INVOICE_KINDS }).notNull(),
    personId: text("person_id").references(() => persons.id),
    organisationId: text("organisation_id").references(() => organisations.id),
    purchaseOrder: text("purchase_order"),
    /** The name as it was when the paper was issued. */
    billTo: text("bill_to").notNull(),
    /** For whose attention, and the address, one line each, as they were when the paper was issued. */
    billToAddress: text("bill_to_address"),
    /** The invoice that a credit note lowers, or whose late payment this one charges. */
    aboutInvoiceId: text("about_invoice_id").references((): AnySQLiteColumn => invoices.id),
    issuedAt: instant("issued_at").notNull(),
    /** Null where a rule issued it. */
    issuedBy: text("issued_by").references(() => persons.id),
    issuedOn: plainDate("issued_on").notNull(),
    dueOn: plainDate("due_on").notNull(),
    /** The sum of its lines; a credit note's is what is given back. */
    totalCents: integer("total_cents").notNull(),
    reason: text("reason"),
  },
  (t) => [
    oneOf("invoices_kind", t.kind, INVOICE_KINDS),
    check("invoices_bill_to", sql`(${t.personId} is null) <> (${t.organisationId} is null)`),
    check("invoices_purchase_order", sql`(${t.organisationId} is null) = (${t.purchaseOrder} is null)`),
    check("invoices_total", sql`${t.totalCents} > 0 and ${t.sequence} >= 1`),
    uniqueIndex("invoices_sequence").on(t.providerId, t.year, t.sequence),
    index("invoices_issued").on(t.issuedAt),
    index("invoices_person").on(t.personId),
    index("invoices_organisation")
      .on(t.organisationId)
      .where(sql`${t.organisationId} is not null`),
    index("invoices_about")
      .on(t.aboutInvoiceId)
      .where(sql`${t.aboutInvoiceId} is not null`),
  ],
);

export const invoiceLines = sqliteTable(
  "invoice_lines",
  {
    id: id(),
    invoiceId: text("invoice_id")
      .notNull()
      .references(() => invoices.id),
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    kind: text("kind", { enum: LINE_KINDS }).notNull(),
    description: text("description").notNull(),
    minutes: integer("minutes").notNull(),
    amountCents: integer("amount_cents").notNull(),
  },
  (t) => [
    oneOf("invoice_lines_kind", t.kind, LINE_KINDS),
    check("invoice_lines_amount", sql`${t.amountCents} > 0 and ${t.minutes} >= 0`),
    index("invoice_lines_invoice").on(t.invoiceId),
    index("invoice_lines_claim").on(t.claimId),
  ],
);

/** Money that came in for an invoice. No card data: the terminal's reference only. */
export const invoicePayments = sqliteTable(
  "invoice_payments",
  {
    id: id(),
    invoiceId: text("invoice_id")
      .notNull()
      .references(() => invoices.id),
    kind: text("kind", { enum: MONEY_KINDS }).notNull(),
    amountCents: integer("amount_cents").notNull(),
    reference: text("reference").notNull(),
    receivedOn: plainDate("received_on").notNull(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => persons.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    oneOf("invoice_payments_kind", t.kind, MONEY_KINDS),
    check("invoice_payments_amount", sql`${t.amountCents} > 0`),
    index("invoice_payments_invoice").on(t.invoiceId),
  ],
);

/** Invoices of which something is left to pay (T8); kept by triggers (drizzle/owed-money.ts). */
export const openInvoices = sqliteTable("open_invoices", {
  invoiceId: text("invoice_id")
    .primaryKey()
    .references(() => invoices.id),
});

/** Claims whose fee can be put on an invoice (T8), and what they owe; kept by triggers (drizzle/owed-money.ts). */
export const billableClaims = sqliteTable(
  "billable_claims",
  {
    claimId: text("claim_id")
      .primaryKey()
      .references(() => claims.id),
    providerId: text("provider_id").notNull(),
    personId: text("person_id").notNull(),
    /** As the person's, so that the first by name are found without the others. */
    sortName: text("sort_name").notNull(),
    /** Settled by a purchase order that no invoice has charged. */
    promised: integer("promised", { mode: "boolean" }).notNull(),
    /** Members of the cooperative owe nothing. */
    waivable: integer("waivable", { mode: "boolean" }).notNull(),
    /** The fee of who pays in time, or what the purchase order promises. */
    cents: integer("cents").notNull(),
  },
  (t) => [index("billable_claims_name").on(t.sortName, t.claimId), index("billable_claims_person").on(t.personId)],
);

/** T8: a payment that was recorded in error. The payment's row stays; from now on it counts for nothing. */
export const paymentReversals = sqliteTable(
  "payment_reversals",
  {
    id: id(),
    /** What settled the fee of a claim, or the money for an invoice: one of the two. */
    paymentId: text("payment_id")
      .unique()
      .references(() => payments.id),
    invoicePaymentId: text("invoice_payment_id")
      .unique()
      .references(() => invoicePayments.id),
    reason: text("reason").notNull(),
    reversedBy: text("reversed_by")
      .notNull()
      .references(() => persons.id),
    reversedAt: instant("reversed_at").notNull(),
  },
  (t) => [check("payment_reversals_of", sql`(${t.paymentId} is null) <> (${t.invoicePaymentId} is null)`)],
);
