import type { ChangeWords } from "~/people/history/change-words";
import { formatPlainDate, zoneLabel } from "~/platform/format";
import { yearLabel } from "./provider-year";

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
    ["date", "day"],
    ["holiday", "name"],
  ]),
  value: (field, value) => {
    if (field === "year") return yearLabel(Number(value));
    if (field === "date") return formatPlainDate(String(value));
    return field === "timeZone" ? zoneLabel(String(value)) : null;
  },
};
