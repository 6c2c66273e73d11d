import type { ListShape } from "~/platform/lists/list-shape";

/** Every message that Hourbook wrote. */
export const MAIL_LIST: ListShape = {
  name: "mail",
  title: "Mail",
  path: "/admin/mail",
  kept: ["state"],
  columns: [
    { key: "kind", label: "Message", sort: "asc", primary: true },
    { key: "recipient", label: "To", sort: "asc" },
    { key: "written", label: "Written", sort: "desc" },
    { key: "state", label: "State", sort: "asc" },
    { key: "sent", label: "Sent", sort: "desc", extra: true },
    { key: "attempts", label: "Attempts", sort: "desc", align: "end", extra: true },
  ],
  filters: [
    { name: "to", kind: "words", label: "Name or address" },
    { name: "kind", kind: "choice", label: "Kind", any: "Any kind" },
    { name: "from", kind: "date", label: "Written from" },
    { name: "until", kind: "date", label: "Written to" },
  ],
  sort: "-written",
  noun: "message",
};
