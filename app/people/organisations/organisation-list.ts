import { ORGANISATION_KIND_LABELS, ORGANISATION_KINDS } from "~/people/roles/role";
import type { ListShape } from "~/platform/lists/list-shape";

/** Districts, schools and partners that take part. */
export const ORGANISATION_LIST: ListShape = {
  name: "organizations",
  title: "Organizations",
  path: "/admin",
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "code", label: "Code", sort: "asc" },
    { key: "kind", label: "Kind", sort: "asc" },
    { key: "county", label: "County", sort: "asc" },
    { key: "member", label: "Cooperative", sort: "desc" },
    { key: "people", label: "People now", sort: "desc", align: "end", extra: true },
    { key: "billing", label: "Billing", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name, code or county" },
    {
      name: "kind",
      kind: "choice",
      label: "Kind",
      any: "Any kind",
      options: ORGANISATION_KINDS.map((value) => ({ value, label: ORGANISATION_KIND_LABELS[value] })),
    },
    {
      name: "member",
      kind: "choice",
      label: "Cooperative",
      any: "Members or not",
      options: [
        { value: "yes", label: "Members" },
        { value: "no", label: "Not members" },
      ],
    },
  ],
  sort: "name",
  noun: "organization",
};
