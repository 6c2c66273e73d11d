import { expect, test } from "vitest";
import { mapLinkOf } from "~/catalog/offerings/map-link";

const HALL = { modality: "in-person" as const, address: "1 Sample Way, Renton & east", mapLink: null };

test.each([
  ["the link that was given", { ...HALL, mapLink: "https://maps.example/hall" }, "https://maps.example/hall"],
  [
    "a search for the address",
    HALL,
    "https://www.openstreetmap.org/search?query=1%20Sample%20Way%2C%20Renton%20%26%20east",
  ],
  ["nothing without an address", { ...HALL, address: null }, null],
  ["nothing for what is online", { ...HALL, modality: "online" as const }, null],
])("the map of an offering is %s", (_what, offering, link) => {
  expect(mapLinkOf(offering)).toBe(link);
});
