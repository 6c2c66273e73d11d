import type { ChangeWords } from "~/people/history/change-words";
import { ORGANISATION_KIND_LABELS, type OrganisationKind } from "~/people/roles/role";
import { formatPlainDate } from "~/platform/format";

/** How the history of an organization reads. */
export const ORGANISATION_WORDS: ChangeWords = {
  actions: new Map([
    ["organisation.added", "Added"],
    ["organisation.updated", "Changed"],
    ["organisation.cooperative-joined", "Joined the cooperative"],
    ["organisation.cooperative-ended", "Membership in the cooperative ended"],
  ]),
  fields: new Map([
    ["name", "name"],
    ["code", "county-district code"],
    ["kind", "kind"],
    ["county", "county"],
    ["billingName", "billing contact"],
    ["billingEmail", "billing email"],
    ["billingAddress", "billing address"],
    ["memberFrom", "first day"],
    ["memberUntil", "last day"],
  ]),
  value: (field, value) => {
    if (field === "kind") return ORGANISATION_KIND_LABELS[value as OrganisationKind] ?? null;
    return field === "memberFrom" || field === "memberUntil" ? formatPlainDate(String(value)) : null;
  },
};
