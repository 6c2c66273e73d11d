import type { ListShape } from "~/platform/lists/list-shape";

/** Credits that the registrar's providers posted. */
export const POSTED_LIST: ListShape = {
  name: "posted-credits",
  title: "Posted credits",
  path: "/registrar/posted",
  columns: [
    { key: "name", label: "Educator", sort: "asc", primary: true },
    { key: "title", label: "Offering", sort: "asc" },
    { key: "number", label: "In-service number", sort: "asc" },
    { key: "completed", label: "Completed", sort: "desc" },
    { key: "hours", label: "Hours", sort: "desc", align: "end" },
    { key: "posted", label: "Posted", sort: "desc" },
    { key: "certificate", label: "Certificate number", extra: true },
    { key: "version", label: "Version", align: "end", extra: true },
    { key: "district", label: "District", extra: true },
    { key: "email", label: "Email", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name, offering or number" },
    { name: "district", kind: "choice", label: "District", any: "Any district" },
    { name: "from", kind: "date", label: "Completed from" },
    { name: "to", kind: "date", label: "Completed to" },
    { name: "corrected", kind: "flag", label: "Corrected only" },
  ],
  sort: "-posted",
  noun: "credit",
};
