import type { ListShape } from "~/platform/lists/list-shape";
import { MICROCREDENTIAL_STATE_LABELS, MICROCREDENTIAL_STATES } from "./definition";

/** A coordinator's micro-credentials. */
export const MICROCREDENTIAL_LIST: ListShape = {
  name: "microcredentials",
  title: "Micro-credentials",
  path: "/coordinator/microcredentials",
  columns: [
    { key: "title", label: "Micro-credential", sort: "asc", primary: true },
    { key: "area", label: "Program area", sort: "asc" },
    { key: "state", label: "State", sort: "asc" },
    { key: "working", label: "Working on it", sort: "desc", align: "end" },
    { key: "waiting", label: "To be judged", sort: "desc", align: "end" },
    { key: "awarded", label: "Awarded", sort: "desc", align: "end", hideOnPhone: true },
    { key: "changed", label: "Changed", sort: "desc", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Title" },
    { name: "area", kind: "choice", label: "Program area", any: "Any area" },
    {
      name: "state",
      kind: "choice",
      label: "State",
      any: "Any state",
      options: MICROCREDENTIAL_STATES.map((value) => ({ value, label: MICROCREDENTIAL_STATE_LABELS[value] })),
    },
  ],
  sort: "title",
  noun: "micro-credential",
};
