import { OFFERING_STATES } from "~/catalog/offerings/offering-state";
import { OFFERING_STATE_LABELS } from "~/catalog/state-words";
import type { ListShape } from "~/platform/lists/list-shape";

/** When the offerings are that a coordinator looks at. */
export const OFFERING_TIMES = ["coming", "past", "all"] as const;
export type OfferingTime = (typeof OFFERING_TIMES)[number];

const COMING: ListShape = {
  name: "offerings",
  title: "Offerings",
  path: "/coordinator",
  columns: [
    { key: "offering", label: "Offering", sort: "asc", primary: true },
    { key: "number", label: "In-service number", sort: "asc", hideOnPhone: true },
    { key: "when", label: "When", sort: "asc" },
    { key: "place", label: "Where", sort: "asc", hideOnPhone: true },
    { key: "state", label: "State", sort: "asc" },
    { key: "seats", label: "Seats" },
    { key: "claims", label: "Claims" },
    { key: "hours", label: "Clock hours", sort: "desc", align: "end", extra: true },
    { key: "registered", label: "Registered", align: "end", extra: true },
    { key: "waiting", label: "On the waitlist", align: "end", extra: true },
    { key: "capacity", label: "Capacity", sort: "desc", align: "end", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Words", placeholder: "Title, in-service number, place" },
    {
      name: "when",
      kind: "choice",
      label: "When",
      any: "Coming and running",
      options: [
        { value: "past", label: "Past" },
        { value: "all", label: "Any time" },
      ],
    },
    {
      name: "state",
      kind: "choice",
      label: "State",
      any: "Any state",
      options: OFFERING_STATES.map((value) => ({ value, label: OFFERING_STATE_LABELS[value] })),
    },
    { name: "from", kind: "date", label: "Begins from" },
    { name: "to", kind: "date", label: "Begins to" },
  ],
  sort: "when",
  noun: "offering",
};

/** A coordinator's offerings: what comes soonest first, what is past newest first. */
export const OFFERING_LISTS: Record<OfferingTime, ListShape> = {
  coming: COMING,
  past: { ...COMING, sort: "-when" },
  all: { ...COMING, sort: "-when" },
};
