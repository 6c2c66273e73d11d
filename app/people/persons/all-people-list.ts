import { ACCOUNT_STATE_WORDS, ACCOUNT_STATES } from "~/people/accounts/account-state";
import { GRANT_ROLE_LABELS, GRANT_ROLES } from "~/people/roles/role";
import type { ListShape } from "~/platform/lists/list-shape";

/** Everybody whom Hourbook knows, for administrators. */
export const ALL_PEOPLE_LIST: ListShape = {
  name: "people",
  title: "People",
  path: "/admin/people",
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "email", label: "Email", sort: "asc" },
    { key: "places", label: "Works at" },
    { key: "roles", label: "Roles" },
    { key: "account", label: "Account" },
    { key: "phone", label: "Phone", extra: true },
    { key: "certificate", label: "Certificate number", extra: true },
    { key: "expires", label: "Certificate expires", sort: "asc", extra: true },
    { key: "entered", label: "Entered", sort: "desc", extra: true },
  ],
  filters: [
    { name: "q", kind: "words", label: "Name or email" },
    { name: "place", kind: "choice", label: "Works at", any: "Anywhere" },
    {
      name: "role",
      kind: "choice",
      label: "Role",
      any: "With and without",
      options: GRANT_ROLES.map((value) => ({ value, label: GRANT_ROLE_LABELS[value] })),
    },
    {
      name: "account",
      kind: "choice",
      label: "Account",
      any: "With and without",
      options: ACCOUNT_STATES.map((value) => ({ value, label: ACCOUNT_STATE_WORDS[value] })),
    },
    { name: "from", kind: "date", label: "Entered from" },
  ],
  sort: "name",
  noun: "person",
  nouns: "people",
};
