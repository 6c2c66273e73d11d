import { AWARDED_FILTERS, STANDING_FILTER } from "~/microcredentials/awards/holder-list";
import type { ListShape } from "~/platform/lists/list-shape";

/** Micro-credentials that people were awarded while they belonged to a district. */
export const DISTRICT_AWARD_LIST: ListShape = {
  name: "district-awards",
  title: "Micro-credentials",
  path: "/hr/awards",
  columns: [
    { key: "name", label: "Name", sort: "asc", primary: true },
    { key: "title", label: "Micro-credential", sort: "asc" },
    { key: "awarded", label: "Awarded", sort: "desc" },
    { key: "standing", label: "Status" },
    { key: "provider", label: "Provider", hideOnPhone: true },
    { key: "until", label: "Valid until", extra: true },
    { key: "certificate", label: "Certificate number", extra: true },
    { key: "code", label: "Badge code", extra: true },
  ],
  filters: [{ name: "q", kind: "words", label: "Name or micro-credential" }, ...AWARDED_FILTERS, STANDING_FILTER],
  sort: "-awarded",
  noun: "award",
  nouns: "awards",
};
