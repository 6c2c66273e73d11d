import { ROLE_KIND_LABELS, ROLE_KINDS } from "~/people/roles/role";
import type { ListShape } from "~/platform/lists/list-shape";

/** With the value "all", the page shows more of what was said recently than the newest. */
export const ANSWERED_PARAMETER = "answered";

/** People who say that they belong to HR's districts. */
export const TO_CONFIRM_LIST: ListShape = {
  name: "to-confirm",
  title: "Say whether they are yours",
  path: "/hr/affiliations",
  kept: [ANSWERED_PARAMETER],
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "organisation", label: "Organization", sort: "asc", hideOnPhone: true },
    { key: "school", label: "School", sort: "asc" },
    { key: "role", label: "Role", sort: "asc" },
    { key: "employee", label: "Employee ID", sort: "asc" },
    { key: "from", label: "From", sort: "desc" },
    { key: "to", label: "To" },
    { key: "age", label: "Waits", sort: "desc", hideOnPhone: true },
    { key: "title", label: "Title", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name, school or employee ID" },
    { name: "organization", kind: "choice", label: "Organization", any: "All of yours" },
    {
      name: "role",
      kind: "choice",
      label: "Role",
      any: "Any role",
      options: ROLE_KINDS.map((value) => ({ value, label: ROLE_KIND_LABELS[value] })),
    },
    { name: "on", kind: "date", label: "Worked there on" },
  ],
  sort: "-age",
  noun: "person",
  nouns: "people",
};
