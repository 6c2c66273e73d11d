import type { ListShape } from "~/platform/lists/list-shape";

/** What courses are sorted by. */
export const AREA_LIST: ListShape = {
  name: "program-areas",
  title: "Program areas",
  path: "/admin/program-areas",
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "courses", label: "Courses", sort: "desc" },
    { key: "state", label: "State", sort: "asc" },
    { key: "order", label: "Order", sort: "asc" },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name" },
    {
      name: "state",
      kind: "choice",
      label: "State",
      any: "Any state",
      options: [
        { value: "offered", label: "To choose" },
        { value: "retired", label: "Retired" },
      ],
    },
    { name: "used", kind: "flag", label: "With courses" },
  ],
  sort: "order",
  noun: "program area",
};
