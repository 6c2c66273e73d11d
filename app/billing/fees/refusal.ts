/** Why a command on invoices changed nothing. */
export type InvoiceRefusal =
  | "unknown-claim"
  | "unknown-invoice"
  | "unknown-organisation"
  | "nothing-chosen"
  | "several-people"
  | "several-providers"
  | "not-billable"
  | "not-of-district"
  | "not-open"
  | "wrong-amount"
  | "not-yet-received"
  | "unknown-payment"
  | "reversed-already"
  | "paid-with-another";

/** Each refusal in plain words: why, and what to do next. */
export const INVOICE_REFUSALS: Record<InvoiceRefusal, string> = {
  "unknown-claim": "One of these claims is not there any more. Reload the page.",
  "unknown-invoice": "There is no such invoice for you.",
  "unknown-organisation": "Choose the district that gave the purchase order.",
  "nothing-chosen": "Choose at least one claim.",
  "several-people": "An invoice to a person holds the claims of one person. Bill each separately, or their district.",
  "several-providers": "An invoice is from one provider. Bill the claims of each provider separately.",
  "not-billable": "One of these claims is settled, on an invoice, or free of charge by now. Reload the page.",
  "not-of-district": "One of these people did not work for that district when the offering ended.",
  "not-open": "Nothing is left to pay or to credit on this invoice.",
  "wrong-amount": "The amount is not what is due for that day.",
  "unknown-payment": "This payment is not there any more. Reload the page.",
  "reversed-already": "This payment is reversed already.",
  "paid-with-another": "This late fee was paid together with its invoice. Reverse the payment there.",
  "not-yet-received": "Money cannot be received in the future. Enter the day on which it came.",
};
