import type { ListShape } from "~/platform/lists/list-shape";

/** What was exported when, by whom (S4). */
export const EXPORT_LIST: ListShape = {
  name: "exports",
  title: "Earlier exports",
  path: "/hr/exports",
  columns: [
    { key: "made", label: "Made", sort: "desc", primary: true },
    { key: "organisation", label: "Organization", sort: "asc" },
    { key: "by", label: "By", sort: "asc" },
    { key: "what", label: "Completed in" },
    { key: "rows", label: "Rows", sort: "desc", align: "end" },
    { key: "file", label: "Kind" },
    { key: "hash", label: "SHA-256 of the file", hideOnPhone: true },
    { key: "again", label: "File", bare: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Made by" },
    { name: "organization", kind: "choice", label: "Organization", any: "All of yours" },
    {
      name: "rows",
      kind: "choice",
      label: "Rows",
      any: "New only, or all",
      options: [
        { value: "new", label: "New only" },
        { value: "all", label: "All" },
      ],
    },
    { name: "from", kind: "date", label: "Made from" },
    { name: "to", kind: "date", label: "Made until" },
  ],
  sort: "-made",
  noun: "export",
};
