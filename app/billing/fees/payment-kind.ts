/** T8: how a fee was settled. No card data is ever stored, only the terminal's reference. */
export const PAYMENT_KINDS = ["cheque", "card-terminal", "purchase-order", "waiver"] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];

/** Payment kinds in words. */
export const PAYMENT_KIND_LABELS: Record<PaymentKind, string> = {
  cheque: "Check",
  "card-terminal": "Card terminal",
  "purchase-order": "Purchase order",
  waiver: "Waived",
};
