import type { ListShape } from "~/platform/lists/list-shape";
import { SEEN_STATES } from "./submitted-hours";
import { SUBMITTED_STATE_WORDS } from "./submitted-words";

/** What people submitted to the organisations of HR. What waits comes first, and oldest first. */
export const SUBMITTED_LIST: ListShape = {
  name: "submitted-hours",
  title: "Submitted hours",
  path: "/hr/submitted",
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "district", label: "Submitted to", sort: "asc", hideOnPhone: true },
    { key: "posted", label: "Posted rows", align: "end" },
    { key: "elsewhere", label: "Rows from elsewhere", align: "end" },
    { key: "state", label: "State" },
    { key: "age", label: "Age", sort: "desc" },
    { key: "sent", label: "Submitted on", sort: "desc", extra: true },
    { key: "decided", label: "Decided on", sort: "desc", extra: true },
    { key: "certificate", label: "Certificate number", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name" },
    {
      name: "state",
      kind: "choice",
      label: "State",
      any: "What waits",
      options: [
        ...SEEN_STATES.map((value) => ({ value, label: SUBMITTED_STATE_WORDS[value].words })),
        { value: "all", label: "Any state" },
      ],
    },
    { name: "from", kind: "date", label: "Submitted from" },
    { name: "to", kind: "date", label: "Submitted to" },
  ],
  sort: "-age",
  noun: "submission",
};
