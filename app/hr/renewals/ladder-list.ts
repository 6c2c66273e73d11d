import type { ListShape } from "~/platform/lists/list-shape";

/** Paraeducators of a district, and how far up the ladder the hours bring them that they earned there (N5). */
export const LADDER_LIST: ListShape = {
  name: "district-ladders",
  title: "Paraeducators",
  path: "/hr/paraeducators",
  kept: ["organization"],
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "fundamental", label: "Fundamental course", align: "end" },
    { key: "person", label: "Of it in person", align: "end" },
    { key: "general", label: "To the general", align: "end" },
    { key: "next", label: "What comes next" },
    { key: "since", label: "Since", sort: "desc", hideOnPhone: true },
    { key: "school", label: "School", extra: true },
    { key: "employee", label: "Employee ID", extra: true },
  ],
  filters: [{ name: "q", kind: "words", label: "Name" }],
  sort: "name",
  noun: "paraeducator",
  nouns: "paraeducators",
};
