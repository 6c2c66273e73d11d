import type { ListShape } from "~/platform/lists/list-shape";

/** Claims that owe a fee, to choose from for invoices. */
export const BILLABLE_LIST: ListShape = {
  name: "claims-to-bill",
  title: "Claims to bill",
  path: "/registrar/invoices/new",
  columns: [
    { key: "name", label: "Educator", sort: "asc", primary: true },
    { key: "title", label: "Claim for", sort: "asc" },
    { key: "number", label: "In-service number", sort: "asc", hideOnPhone: true },
    { key: "completed", label: "Completed", sort: "desc" },
    { key: "hours", label: "Hours", sort: "desc", align: "end" },
    { key: "fee", label: "Fee", sort: "desc", align: "end" },
    { key: "late", label: "Late fee", align: "end", extra: true },
    { key: "order", label: "Purchase order", extra: true },
    { key: "email", label: "Email", extra: true },
    { key: "certificate", label: "Certificate number", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name, course or number" },
    { name: "to", kind: "choice", label: "Bill", any: "Each person" },
    { name: "from", kind: "date", label: "Completed from" },
    { name: "until", kind: "date", label: "Completed to" },
  ],
  sort: "name",
  noun: "claim",
};
