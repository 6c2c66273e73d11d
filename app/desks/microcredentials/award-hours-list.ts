import { AWARDED_FILTERS } from "~/microcredentials/awards/holder-list";
import { AWARD_HOURS_LABELS, AWARD_HOURS_STATUSES } from "~/microcredentials/hours/award-hours";
import type { ListShape } from "~/platform/lists/list-shape";

/** Claims of hours that a committee approved for micro-credentials: what waits stands first. */
export const AWARD_HOURS_LIST: ListShape = {
  name: "award-hours",
  title: "Hours of awards",
  path: "/registrar/awards",
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "title", label: "Micro-credential", sort: "asc" },
    { key: "awarded", label: "Awarded", sort: "desc", hideOnPhone: true },
    { key: "hours", label: "Hours", align: "end" },
    { key: "claimed", label: "Claimed", sort: "desc" },
    { key: "status", label: "Status", sort: "asc" },
    { key: "number", label: "In-service number", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name or micro-credential" },
    {
      name: "status",
      kind: "choice",
      label: "Status",
      any: "Any status",
      options: AWARD_HOURS_STATUSES.map((value) => ({ value, label: AWARD_HOURS_LABELS[value] })),
    },
    ...AWARDED_FILTERS,
  ],
  sort: "status",
  noun: "claim",
};
