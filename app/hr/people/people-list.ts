import { ROLE_KIND_LABELS, ROLE_KINDS } from "~/people/roles/role";
import type { ListShape } from "~/platform/lists/list-shape";

/** The people of a district, with what they completed in a period. */
export const PEOPLE_LIST: ListShape = {
  name: "district-people",
  title: "People of my district",
  path: "/hr",
  kept: ["organization", "period", "from", "to"],
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "employee", label: "Employee ID" },
    { key: "role", label: "Role" },
    { key: "hours", label: "Clock hours", sort: "desc", align: "end" },
    { key: "courses", label: "Courses", sort: "desc", align: "end", hideOnPhone: true },
    { key: "last", label: "Last completion", sort: "desc" },
    { key: "school", label: "School", extra: true },
    { key: "since", label: "Since", extra: true },
    { key: "until", label: "Until", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name or employee ID" },
    {
      name: "role",
      kind: "choice",
      label: "Role",
      any: "Any role",
      options: ROLE_KINDS.map((value) => ({ value, label: ROLE_KIND_LABELS[value] })),
    },
    {
      name: "hours",
      kind: "choice",
      label: "Clock hours",
      any: "With and without",
      options: [
        { value: "with", label: "With hours" },
        { value: "without", label: "Without hours" },
      ],
    },
  ],
  sort: "name",
  noun: "person",
  nouns: "people",
};
