import type { ListShape } from "~/platform/lists/list-shape";

/**
 * What a registrar can look at: claims that agree with attendance and can be posted, those that ask for fewer hours than
 * were earned, claims that wait for the person or the fee, returned ones.
 */
export const QUEUE_VIEWS = {
  ready: "Ready to post",
  differs: "To look at",
  waiting: "Waiting for a gate",
  returned: "Returned",
} as const;
export type QueueView = keyof typeof QUEUE_VIEWS;

/** Claims of the registrar's providers. */
export const QUEUE_LIST: ListShape = {
  name: "claims",
  title: "Claims",
  path: "/registrar",
  kept: ["view"],
  columns: [
    { key: "name", label: "Educator", sort: "asc", primary: true },
    { key: "title", label: "Claim for", sort: "asc" },
    { key: "number", label: "In-service number", sort: "asc", hideOnPhone: true },
    { key: "approved", label: "Approved", sort: "desc", align: "end", extra: true },
    { key: "earned", label: "Earned", sort: "desc", align: "end" },
    { key: "claimed", label: "Claimed", sort: "desc", align: "end" },
    { key: "district", label: "District" },
    { key: "age", label: "Age", sort: "desc" },
    { key: "missing", label: "Missing" },
    { key: "completed", label: "Completed", sort: "desc", extra: true },
    { key: "made", label: "Claimed on", sort: "desc", extra: true },
    { key: "certificate", label: "Certificate number", extra: true },
    { key: "email", label: "Email", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name, offering or number" },
    { name: "offering", kind: "choice", label: "Offering", any: "All offerings" },
    { name: "district", kind: "choice", label: "District", any: "Any district" },
    { name: "from", kind: "date", label: "Claimed from" },
    { name: "to", kind: "date", label: "Claimed to" },
  ],
  sort: "-age",
  noun: "claim",
};

/** Where hours are to be looked at, those that were approved stand beside them (H6). */
export const DIFFERING_LIST: ListShape = {
  ...QUEUE_LIST,
  columns: QUEUE_LIST.columns.map(({ extra, ...column }) =>
    extra && column.key !== "approved" ? { ...column, extra } : column,
  ),
};

/** So many claims are looked at for what the page says of posting all of them. */
export const MOST_LOOKED_AT = 1_000;
