import { expect, test } from "vitest";
import type { Modality } from "~/catalog/offerings/offering-state";
import { placeInWords } from "~/catalog/offerings/place";

test.each([
  ["Renton", "in-person", "Renton · In person"],
  ["Online", "online", "Online"],
  ["online", "online", "Online"],
  ["Online, by link", "online", "Online, by link · Online"],
  ["Online", "hybrid", "Online · Hybrid"],
] as [string, Modality, string][])("%s, %s, reads %s", (place, modality, words) => {
  expect(placeInWords(place, modality)).toBe(words);
});
