import type { ListShape } from "~/platform/lists/list-shape";

/** Posted hours that no HR sees. */
export const WITHOUT_DISTRICT_LIST: ListShape = {
  name: "without-district",
  title: "Without a district",
  path: "/registrar/without-district",
  columns: [
    { key: "name", label: "Educator", sort: "asc", primary: true },
    { key: "title", label: "Claim for", sort: "asc" },
    { key: "number", label: "In-service number", sort: "asc", hideOnPhone: true },
    { key: "completed", label: "Completed", sort: "desc" },
    { key: "hours", label: "Hours", sort: "desc", align: "end" },
    { key: "district", label: "District" },
    { key: "mail", label: "Mail" },
    { key: "email", label: "Email", extra: true },
    { key: "certificate", label: "Certificate number", extra: true },
    { key: "posted", label: "Posted", sort: "desc", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name, offering or number" },
    { name: "district", kind: "choice", label: "District", any: "Entered or not" },
    { name: "from", kind: "date", label: "Completed from" },
    { name: "to", kind: "date", label: "Completed to" },
  ],
  sort: "-completed",
  noun: "credit",
};
