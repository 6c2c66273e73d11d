import type { ListShape } from "~/platform/lists/list-shape";
import { ASSESSOR_STATE_LABELS, ASSESSOR_STATES } from "./assessor-state";

/** Who assesses what for a coordinator's providers. */
export const ASSESSOR_LIST: ListShape = {
  name: "assessors",
  title: "Assessors",
  path: "/coordinator/assessors",
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "scope", label: "Judges", sort: "asc" },
    { key: "state", label: "State", sort: "asc" },
    { key: "practised", label: "Practised on", sort: "desc", align: "end" },
    { key: "scored", label: "Scored", sort: "desc", align: "end", hideOnPhone: true },
    { key: "since", label: "In this state since", sort: "desc", hideOnPhone: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name" },
    { name: "microcredential", kind: "choice", label: "Micro-credential", any: "Any micro-credential" },
    {
      name: "state",
      kind: "choice",
      label: "State",
      any: "Any state",
      options: ASSESSOR_STATES.map((value) => ({ value, label: ASSESSOR_STATE_LABELS[value] })),
    },
  ],
  sort: "name",
  noun: "assessor",
};
