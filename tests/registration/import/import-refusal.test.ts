import { expect, test } from "vitest";
import { refuse } from "~/platform/outcome";
import { importRefusalText } from "~/registration/import/import-refusal";

test.each([
  [refuse("empty-list" as const), "The list is empty. Put one address on each line."],
  [refuse("too-many-rows" as const, { beyond: 12 }), "One list takes 500 people; this one has 12 more. Split it."],
  [refuse("too-many-rows" as const), "One list takes 500 people; this one has … more. Split it."],
  [refuse("offering-over" as const), "This offering is over and takes no more registrations."],
])("a refused list reads with its figures: %j", (refusal, words) => {
  expect(importRefusalText(refusal)).toBe(words);
});
