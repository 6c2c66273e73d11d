import type { ListShape } from "~/platform/lists/list-shape";
import { OUTSIDE_KIND_WORDS, OUTSIDE_KINDS, OUTSIDE_STATE_WORDS } from "./outside-hours";

/** States in which an entry stands on a registrar's desk. */
export const DESK_STATES = ["sent", "accepted", "returned", "taken-back"] as const;

/** Hours from elsewhere that were sent to the registrar's providers. What waits comes first, and oldest first. */
export const OUTSIDE_LIST: ListShape = {
  name: "outside-hours",
  title: "Hours from elsewhere",
  path: "/registrar/outside-hours",
  columns: [
    { key: "name", label: "Educator", sort: "asc", primary: true },
    { key: "title", label: "What", sort: "asc" },
    { key: "given", label: "Given by", sort: "asc", hideOnPhone: true },
    { key: "amount", label: "How much", align: "end" },
    { key: "completed", label: "Completed", sort: "desc" },
    { key: "evidence", label: "Evidence" },
    { key: "state", label: "State" },
    { key: "age", label: "Age", sort: "desc" },
    { key: "sent", label: "Sent on", sort: "desc", extra: true },
    { key: "topics", label: "Topics", extra: true },
    { key: "certificate", label: "Certificate number", extra: true },
    { key: "email", label: "Email", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name, title or who gave it" },
    {
      name: "state",
      kind: "choice",
      label: "State",
      any: "What waits",
      options: [
        ...DESK_STATES.map((value) => ({ value, label: OUTSIDE_STATE_WORDS[value].words })),
        { value: "all", label: "Any state" },
      ],
    },
    {
      name: "kind",
      kind: "choice",
      label: "Kind",
      any: "Any kind",
      options: OUTSIDE_KINDS.map((value) => ({ value, label: OUTSIDE_KIND_WORDS[value].label })),
    },
    { name: "from", kind: "date", label: "Sent from" },
    { name: "to", kind: "date", label: "Sent to" },
  ],
  sort: "-age",
  noun: "entry",
  nouns: "entries",
};
