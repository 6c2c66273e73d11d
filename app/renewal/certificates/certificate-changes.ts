import type { ChangeWords } from "~/people/history/change-words";
import { dayOf } from "~/platform/format";
import { CERTIFICATE_KIND_WORDS, type EducatorCertificateKind } from "./educator-certificate";

/** What is done to what somebody holds, by the names of the audit log. */
export const CERTIFICATE_ACTIONS = {
  entered: "educator-certificate.entered",
  changed: "educator-certificate.changed",
  removed: "educator-certificate.removed",
  qualified: "qualifications.changed",
} as const;

const DATES = ["issuedOn", "expiresOn", "boardFrom", "boardTo"];

/** How the history of what somebody holds reads. */
export const CERTIFICATE_CHANGES: ChangeWords = {
  actions: new Map([
    [CERTIFICATE_ACTIONS.entered, "Entered"],
    [CERTIFICATE_ACTIONS.changed, "Changed"],
    [CERTIFICATE_ACTIONS.removed, "Removed"],
    [CERTIFICATE_ACTIONS.qualified, "Changed"],
  ]),
  fields: new Map([
    ["certificate", "certificate"],
    ["kind", "what the paper says"],
    ["issuedOn", "day of issue"],
    ["expiresOn", "last day"],
    ["endorsements", "endorsements"],
    ["boardFrom", "National Board from"],
    ["boardTo", "National Board until"],
  ]),
  value: (field, value) => {
    if (field === "certificate" || field === "kind") return CERTIFICATE_KIND_WORDS[value as EducatorCertificateKind];
    if (field === "endorsements") return (value as string[]).join(", ") || "none";
    return DATES.includes(field) ? dayOf(value as string) : null;
  },
};
