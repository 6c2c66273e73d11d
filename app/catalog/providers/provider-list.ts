import { ORGANISATION_KIND_LABELS, ORGANISATION_KINDS } from "~/people/roles/role";
import type { ListShape } from "~/platform/lists/list-shape";

/** Approved organizations that give clock hours. */
export const PROVIDER_LIST: ListShape = {
  name: "providers",
  title: "Providers",
  path: "/admin/providers",
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "short", label: "Short name", sort: "asc" },
    { key: "kind", label: "Kind", sort: "asc" },
    { key: "zone", label: "Time", sort: "asc" },
    { key: "until", label: "Approved until", sort: "asc" },
    { key: "policy", label: "Newest policy from", sort: "desc" },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name or short name" },
    {
      name: "kind",
      kind: "choice",
      label: "Kind",
      any: "Any kind",
      options: ORGANISATION_KINDS.map((value) => ({ value, label: ORGANISATION_KIND_LABELS[value] })),
    },
    {
      name: "approved",
      kind: "choice",
      label: "Provider year",
      any: "Approved or not",
      options: [
        { value: "now", label: "Approved today" },
        { value: "not-now", label: "Not approved today" },
      ],
    },
  ],
  sort: "name",
  noun: "provider",
};
