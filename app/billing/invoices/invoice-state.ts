/** Where an invoice stands. */
export const INVOICE_STATES = ["open", "paid", "credited"] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

/** An invoice's sums, in cents. */
export interface InvoiceSums {
  totalCents: number;
  creditedCents: number;
  paidCents: number;
}

/** Credited once nothing of it is left to pay by credit notes alone; paid once money has covered the rest. */
export function invoiceState({ totalCents, creditedCents, paidCents }: InvoiceSums): InvoiceState {
  if (creditedCents >= totalCents) return "credited";
  return paidCents + creditedCents >= totalCents ? "paid" : "open";
}

/** What is left to pay, in cents; below zero is owed back to whoever paid. */
export function invoiceBalance({ totalCents, creditedCents, paidCents }: InvoiceSums): number {
  return totalCents - creditedCents - paidCents;
}

/** States in words. */
export const INVOICE_STATE_WORDS: Record<InvoiceState, string> = {
  open: "Open",
  paid: "Paid",
  credited: "Credited",
};

/** The tone in which each state is shown. */
export const INVOICE_STATE_TONES = {
  open: "attention",
  paid: "good",
  credited: "ended",
} as const satisfies Record<InvoiceState, string>;
