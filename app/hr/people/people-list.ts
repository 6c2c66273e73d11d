import { ROLE_KIND_LABELS, ROLE_KINDS } from "~/people/roles/role";
import type { ListShape } from "~/platform/lists/list-shape";

/** The people of a district, with what they completed in a period. */
export const PEOPLE_LIST: ListShape = {
  name: "district-people",
  title: "People of my district",
  path: "/hr",
  kept: ["organization", "period", "from", "to", "october"],
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "employee", label: "Employee ID" },
    { key: "role", label: "Role" },
    { key: "hours", label: "Clock hours", sort: "desc", align: "end" },
    { key: "courses", label: "Courses", sort: "desc", align: "end", hideOnPhone: true },
    { key: "last", label: "Last completion", sort: "desc" },
    { key: "kind", label: "Kind of role", extra: true },
    { key: "title", label: "Position", extra: true },
    { key: "school", label: "School", extra: true },
    { key: "since", label: "Since", extra: true },
    { key: "until", label: "Until", extra: true },
    { key: "mail", label: "Mail", extra: true },
    { key: "claim", label: "Courses to claim", extra: true, align: "end" },
    { key: "post", label: "Courses to be posted", extra: true, align: "end" },
    { key: "below", label: "Courses below your minimum", extra: true, align: "end" },
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
    { name: "building", kind: "choice", label: "School", any: "Any school" },
    {
      name: "waits",
      kind: "choice",
      label: "Not posted yet",
      any: "Any",
      options: [
        { value: "claim", label: "Hours still to be claimed" },
        { value: "post", label: "Claimed, not posted" },
        { value: "any", label: "Either of them" },
      ],
    },
    {
      name: "mail",
      kind: "choice",
      label: "Mail",
      any: "Any",
      options: [
        { value: "unreachable", label: "Does not reach them" },
        { value: "none", label: "No address on file" },
        { value: "returned", label: "Comes back" },
      ],
    },
    { name: "id", kind: "flag", label: "No employee ID" },
    { name: "below", kind: "flag", label: "Below your minimum" },
  ],
  sort: "name",
  noun: "person",
  nouns: "people",
};
