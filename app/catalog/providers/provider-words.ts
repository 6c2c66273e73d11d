import { type Designation, DESIGNATIONS } from "~/catalog/courses/designation";
import type { ChangeWords } from "~/people/history/change-words";
import { formatPlainDate, zoneLabel } from "~/platform/format";
import { yearLabel } from "./provider-year";

const DATES = ["date", "fromDate", "toDate"];

/** How the history of a provider reads. */
export const PROVIDER_WORDS: ChangeWords = {
  actions: new Map([
    ["provider.added", "Added"],
    ["provider.updated", "Changed"],
    ["provider.designee-changed", "Changed the letterhead"],
    ["provider.add-year", "Added a provider year"],
    ["provider.remove-year", "Removed a provider year"],
    ["provider.add-holiday", "Added a holiday"],
    ["provider.remove-holiday", "Removed a holiday"],
    ["provider.list-designation", "Listed for a designation"],
    ["provider.end-listing", "Ended a listing for a designation"],
    ["provider.remove-listing", "Removed a listing for a designation"],
    ["signing-key.added", "Made a signing key"],
  ]),
  fields: new Map([
    ["name", "name"],
    ["shortName", "short name"],
    ["timeZone", "time zone"],
    ["contactName", "contact"],
    ["contactEmail", "contact’s email"],
    ["contactPhone", "contact’s telephone"],
    ["designeeName", "designee"],
    ["designeeTitle", "designee’s title"],
    ["address", "address"],
    ["year", "year"],
    ["basis", "basis"],
    ["designation", "designation"],
    ["fromDate", "first day"],
    ["toDate", "last day"],
    ["date", "day"],
    ["holiday", "name"],
  ]),
  value: (field, value) => {
    if (field === "year") return yearLabel(Number(value));
    if (field === "designation") return DESIGNATIONS[value as Designation] ?? String(value);
    if (DATES.includes(field)) return formatPlainDate(String(value));
    return field === "timeZone" ? zoneLabel(String(value)) : null;
  },
};
