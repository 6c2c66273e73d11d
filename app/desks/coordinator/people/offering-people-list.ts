import type { ListShape } from "~/platform/lists/list-shape";
import { STATUS_LABELS } from "~/registration/seats/registration-words";
import { REGISTRATION_STATUSES } from "~/registration/seats/status";

/** Everybody who ever registered for one offering, as its coordinator sees them. */
export const OFFERING_PEOPLE_LIST: ListShape = {
  name: "offering-people",
  title: "People",
  path: "/coordinator",
  of: "offering",
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "status", label: "Status", sort: "asc" },
    { key: "district", label: "District", sort: "asc" },
    { key: "needs", label: "Needs and answers" },
    { key: "attendance", label: "Sessions attended", sort: "desc", align: "end" },
    { key: "actions", label: "Actions", bare: true },
    { key: "email", label: "Email", extra: true },
    { key: "phone", label: "Phone", extra: true },
    { key: "registered", label: "Registered", sort: "desc", extra: true },
    { key: "certificate", label: "Certificate number", extra: true },
    { key: "employee", label: "Employee ID", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name or email" },
    {
      name: "status",
      kind: "choice",
      label: "Status",
      any: "Any status",
      options: [
        { value: "live", label: "All but those who left" },
        ...REGISTRATION_STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] })),
      ],
    },
    { name: "district", kind: "choice", label: "District", any: "Any district" },
    {
      name: "account",
      kind: "choice",
      label: "Account",
      any: "With or without",
      options: [
        { value: "without", label: "No account yet" },
        { value: "with", label: "With an account" },
      ],
    },
    { name: "needs", kind: "flag", label: "With needs" },
  ],
  sort: "status",
  noun: "person",
  nouns: "people",
};
