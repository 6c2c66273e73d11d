const COLUMNS = "invoice_id, number, bill_to, purchase_order";

/** The index of what is written on invoices: any three characters that follow each other find it, wherever they stand. */
export const INVOICE_SEARCH = {
  name: "invoice_search",
  sql: "CREATE VIRTUAL TABLE invoice_search USING fts5(invoice_id UNINDEXED, number, bill_to, purchase_order, tokenize = 'trigram')",
  fill: `INSERT INTO invoice_search (${COLUMNS}) SELECT id, number, bill_to, purchase_order FROM invoices`,
};

/** What keeps it: invoices are never changed or deleted (T8). */
export const INVOICE_SEARCH_TRIGGER: [name: string, head: string, body: string] = [
  "invoices_search",
  "AFTER INSERT ON invoices",
  `INSERT INTO invoice_search (${COLUMNS}) VALUES (NEW.id, NEW.number, NEW.bill_to, NEW.purchase_order)`,
];
