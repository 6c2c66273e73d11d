import type { ListShape } from "~/platform/lists/list-shape";

/** With the value "all", the page shows more of the messages that were given up than the newest. */
export const FAILURES_PARAMETER = "failures";

/** People in a coordinator's offerings to come whom mail does not reach. */
export const UNREACHABLE_LIST: ListShape = {
  name: "unreachable",
  title: "Who cannot be reached",
  path: "/coordinator/unreachable",
  columns: [
    { key: "name", label: "Person", sort: "asc", primary: true },
    { key: "email", label: "Address", sort: "asc" },
    { key: "phone", label: "Phone" },
    { key: "reason", label: "What came back" },
    { key: "since", label: "Since", sort: "desc" },
    { key: "offerings", label: "Offerings to come" },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name, address or phone" },
    {
      name: "why",
      kind: "choice",
      label: "Why",
      any: "Any reason",
      options: [
        { value: "back", label: "Mail came back" },
        { value: "none", label: "No address" },
      ],
    },
    { name: "from", kind: "date", label: "Since, from" },
    { name: "to", kind: "date", label: "Since, to" },
  ],
  sort: "name",
  kept: [FAILURES_PARAMETER],
  noun: "person",
  nouns: "people",
};
