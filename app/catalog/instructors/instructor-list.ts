import type { ListShape } from "~/platform/lists/list-shape";

/** Who teaches for a coordinator's providers. */
export const INSTRUCTOR_LIST: ListShape = {
  name: "instructors",
  title: "Instructors",
  path: "/coordinator/instructors",
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "provider", label: "Provider", sort: "asc" },
    { key: "qualifications", label: "Qualifications" },
    { key: "account", label: "Account", sort: "desc", hideOnPhone: true },
    { key: "offerings", label: "Offerings", sort: "desc", align: "end" },
    { key: "last", label: "Last taught", sort: "desc", extra: true },
    { key: "state", label: "State", sort: "asc" },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name or qualifications" },
    { name: "provider", kind: "choice", label: "Provider", any: "Any provider" },
    {
      name: "state",
      kind: "choice",
      label: "State",
      any: "Proposed or retired",
      options: [
        { value: "proposed", label: "Proposed" },
        { value: "retired", label: "Retired" },
      ],
    },
  ],
  sort: "name",
  noun: "instructor",
};
