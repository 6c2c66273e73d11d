import { CORRECTION_ORIGIN_WORDS, CORRECTION_ORIGINS } from "~/credits/corrections/correction-state";
import type { ListShape } from "~/platform/lists/list-shape";

/** Open requests to correct posted hours. */
export const CORRECTION_LIST: ListShape = {
  name: "corrections",
  title: "Corrections",
  path: "/registrar/corrections",
  columns: [
    { key: "name", label: "Educator", sort: "asc", primary: true },
    { key: "title", label: "Claim for", sort: "asc" },
    { key: "origin", label: "From", sort: "asc" },
    { key: "hours", label: "To hours", sort: "desc", align: "end" },
    { key: "reason", label: "Reason" },
    { key: "age", label: "Age", sort: "desc" },
    { key: "number", label: "In-service number", sort: "asc", extra: true },
    { key: "asked", label: "Asked on", sort: "desc", extra: true },
    { key: "certificate", label: "Certificate number", extra: true },
    { key: "email", label: "Email", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name, offering, number or reason" },
    {
      name: "origin",
      kind: "choice",
      label: "From",
      any: "Anybody",
      options: CORRECTION_ORIGINS.map((value) => ({ value, label: CORRECTION_ORIGIN_WORDS[value] })),
    },
    { name: "from", kind: "date", label: "Asked from" },
    { name: "to", kind: "date", label: "Asked to" },
  ],
  sort: "-age",
  noun: "open request",
};
