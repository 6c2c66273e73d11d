import type { ListFilter, ListShape } from "~/platform/lists/list-shape";
import { AWARD_STANDING_LABELS, type AwardStanding } from "./award-standing";

const STANDINGS = Object.keys(AWARD_STANDING_LABELS) as AwardStanding[];

/** By how an award stands today. */
export const STANDING_FILTER: ListFilter = {
  name: "standing",
  kind: "choice",
  label: "Status",
  any: "Any status",
  options: STANDINGS.map((value) => ({ value, label: AWARD_STANDING_LABELS[value] })),
};

/** By the day of the award. */
export const AWARDED_FILTERS: readonly ListFilter[] = [
  { name: "from", kind: "date", label: "Awarded from" },
  { name: "to", kind: "date", label: "Awarded until" },
];

/** Who holds or held one micro-credential, as its coordinator sees them. */
export const HOLDER_LIST: ListShape = {
  name: "holders",
  title: "Awards",
  path: "/coordinator/microcredentials",
  of: "microcredential",
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "awarded", label: "Awarded", sort: "desc" },
    { key: "standing", label: "Status" },
    { key: "until", label: "Valid until", sort: "asc", extra: true },
    { key: "actions", label: "Actions", bare: true },
  ],
  filters: [{ name: "q", kind: "words", label: "Name" }, ...AWARDED_FILTERS, STANDING_FILTER],
  sort: "-awarded",
  noun: "award",
};
