import type { ListShape } from "~/platform/lists/list-shape";

/** Where offerings happen. */
export const PLACE_LIST: ListShape = {
  name: "places",
  title: "Places",
  path: "/admin/places",
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "address", label: "Address", sort: "asc" },
    { key: "holds", label: "Holds", sort: "desc" },
    { key: "used", label: "Named by", sort: "desc" },
    { key: "state", label: "State", sort: "asc" },
    { key: "map", label: "Map", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name or address" },
    {
      name: "state",
      kind: "choice",
      label: "State",
      any: "Any state",
      options: [
        { value: "proposed", label: "Proposed" },
        { value: "retired", label: "Retired" },
      ],
    },
    { name: "used", kind: "flag", label: "Named by offerings" },
  ],
  sort: "name",
  noun: "place",
};
