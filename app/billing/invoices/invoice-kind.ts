import type { PaymentKind } from "~/billing/fees/payment-kind";

/** T8: what a numbered paper of a provider says: somebody owes, or is owed. */
export const INVOICE_KINDS = ["invoice", "credit-note"] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/** What a line is for: the fee of a claim, more for paying late, or money back. */
export const LINE_KINDS = ["fee", "late-fee", "credit"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** How money for an invoice comes in. A purchase order promises money; a waiver brings none. */
export const MONEY_KINDS = ["cheque", "card-terminal"] as const satisfies readonly PaymentKind[];
export type MoneyKind = (typeof MONEY_KINDS)[number];

/** Days from issue until an invoice is due. */
export const DUE_DAYS = 30;

/** The number on the paper: "PSESD-2027-000123". Invoices and credit notes of a provider and year share one sequence. */
export function invoiceNumber(shortName: string, year: number, sequence: number): string {
  return `${shortName}-${year}-${String(sequence).padStart(6, "0")}`;
}

/** "Invoice PSESD-2027-000123", "Credit note PSESD-2027-000124". */
export function invoiceTitle({ kind, number }: { kind: InvoiceKind; number: string }): string {
  return `${kind === "invoice" ? "Invoice" : "Credit note"} ${number}`;
}
