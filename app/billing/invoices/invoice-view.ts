/** What a registrar can look at among invoices. */
export const INVOICE_VIEWS = { open: "Open", paid: "Paid", credited: "Credited", notes: "Credit notes" } as const;
export type InvoiceView = keyof typeof INVOICE_VIEWS;

/** The view that an address asks for. */
export function invoiceViewOf(search: URLSearchParams): InvoiceView {
  const asked = search.get("view");
  return asked !== null && Object.hasOwn(INVOICE_VIEWS, asked) ? (asked as InvoiceView) : "open";
}
