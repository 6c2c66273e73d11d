import type { ListShape } from "~/platform/lists/list-shape";
import type { InvoiceView } from "./invoice-view";

const OPEN_INVOICES: ListShape = {
  name: "invoices",
  title: "Invoices",
  path: "/registrar/invoices",
  kept: ["view"],
  columns: [
    { key: "number", label: "Number", sort: "asc", primary: true },
    { key: "billTo", label: "Bill to", sort: "asc" },
    { key: "order", label: "Purchase order", sort: "asc", hideOnPhone: true },
    { key: "total", label: "Total", sort: "desc", align: "end" },
    { key: "state", label: "Status" },
    { key: "issued", label: "Issued", sort: "asc" },
    { key: "age", label: "Age" },
    { key: "left", label: "Left to pay", sort: "desc", align: "end", extra: true },
    { key: "credited", label: "Credited", sort: "desc", align: "end", extra: true },
    { key: "due", label: "Due", sort: "asc", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Number, name or purchase order" },
    {
      name: "to",
      kind: "choice",
      label: "Bill to",
      any: "People and districts",
      options: [
        { value: "person", label: "People" },
        { value: "district", label: "Districts" },
      ],
    },
    { name: "from", kind: "date", label: "Issued from" },
    { name: "until", kind: "date", label: "Issued to" },
    { name: "overdue", kind: "flag", label: "Overdue only" },
  ],
  sort: "issued",
  noun: "invoice",
};

const CLOSED_INVOICES: ListShape = {
  ...OPEN_INVOICES,
  columns: OPEN_INVOICES.columns.map((column) => (column.key === "age" ? { ...column, extra: true } : column)),
  sort: "-issued",
};

/** The registrar's invoices and credit notes: open ones oldest first with their age, others newest first. */
export const INVOICE_LISTS: Record<InvoiceView, ListShape> = {
  open: OPEN_INVOICES,
  paid: CLOSED_INVOICES,
  credited: CLOSED_INVOICES,
  notes: { ...CLOSED_INVOICES, noun: "credit note" },
};
