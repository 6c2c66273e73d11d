import type { ListShape } from "~/platform/lists/list-shape";
import { DOCUMENT_KIND_LABELS, DOCUMENT_KINDS } from "~/documents/issuing/document-kind";
import { DOCUMENT_STATE_WORDS, DOCUMENT_STATES } from "~/documents/issuing/document-state";

/** Documents that the registrar's providers issued. */
export const ISSUED_LIST: ListShape = {
  name: "documents",
  title: "Documents",
  path: "/registrar/documents",
  columns: [
    { key: "name", label: "Educator", sort: "asc", primary: true },
    { key: "kind", label: "Document", sort: "asc" },
    { key: "holds", label: "Holds" },
    { key: "issued", label: "Issued", sort: "desc" },
    { key: "code", label: "Code", sort: "asc" },
    { key: "state", label: "State" },
    { key: "hours", label: "Hours", align: "end", extra: true },
    { key: "email", label: "Email", extra: true },
    { key: "certificate", label: "Certificate number", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name or verification code" },
    {
      name: "kind",
      kind: "choice",
      label: "Document",
      any: "Any document",
      options: DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_KIND_LABELS[value] })),
    },
    {
      name: "state",
      kind: "choice",
      label: "State",
      any: "Any state",
      options: DOCUMENT_STATES.map((value) => ({ value, label: DOCUMENT_STATE_WORDS[value] })),
    },
    { name: "from", kind: "date", label: "Issued from" },
    { name: "to", kind: "date", label: "Issued to" },
  ],
  sort: "-issued",
  noun: "document",
};
