import type { Refusal } from "~/platform/outcome";

/** Why a command on a provider changed nothing. */
export type ProviderRefusal =
  | "unknown-provider"
  | "unknown-organisation"
  | "organisation-taken"
  | "name-taken"
  | "short-name-taken"
  | "short-name-used"
  | "provider-used"
  | "home-provider"
  | "year-known"
  | "year-used"
  | "holiday-known"
  | "unknown-listing"
  | "listing-known"
  | "listing-ends-early"
  | "listing-used";

/** Each refusal in plain words, and the field that it is about. Figures stand in braces. */
const PROVIDER_REFUSALS: Record<ProviderRefusal, { words: string; field?: string }> = {
  "unknown-provider": { words: "This provider does not exist any more." },
  "unknown-organisation": { words: "Choose an organization from the list.", field: "organisationId" },
  "organisation-taken": { words: "This organization is a provider already.", field: "organisationId" },
  "name-taken": { words: "Another provider has this name.", field: "name" },
  "short-name-taken": { words: "Another provider has this short name.", field: "shortName" },
  "short-name-used": {
    words: "In-service numbers begin with this short name already, so it stays.",
    field: "shortName",
  },
  "provider-used": { words: "This provider has {uses}, so it stays on record." },
  "home-provider": { words: "This provider runs Hourbook for all, so it stays." },
  "year-known": { words: "This year is in the list already.", field: "year" },
  "year-used": { words: "{count} of its offerings were approved in this year, so the year stays on record." },
  "holiday-known": { words: "That day is in the list already.", field: "date" },
  "unknown-listing": { words: "This provider is not listed for it any more." },
  "listing-known": { words: "It is listed for this designation from that day already.", field: "fromDate" },
  "listing-ends-early": { words: "The last day cannot lie before the first.", field: "toDate" },
  "listing-used": { words: "{count} offerings were approved with it, so it stays on record. End it instead." },
};

/** A refusal as a sentence with its figures, and the field that it is about. */
export function providerRefusalText({ reason, detail }: Refusal<ProviderRefusal>): { words: string; field?: string } {
  const { words, ...rest } = PROVIDER_REFUSALS[reason];
  return { words: words.replaceAll(/\{(\w+)\}/g, (_match, name: string) => String(detail[name] ?? "…")), ...rest };
}
