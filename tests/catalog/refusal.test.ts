import { expect, test } from "vitest";
import { catalogRefusalText } from "~/catalog/refusal";
import { refuse } from "~/platform/outcome";

test.each([
  [refuse("no-sessions" as const), "Add at least one session first."],
  [
    refuse("designation-over-hours" as const, { designation: "Equity", hours: "6.5", approved: "6" }),
    "Equity counts for 6.5 hours, more than the 6 that are approved.",
  ],
  [
    refuse("too-short-notice" as const, { needed: 10, left: 0 }),
    "Approval needs 10 full working days before the first session; there are 0. Move the first session.",
  ],
  [refuse("bad-pause" as const), "A meal or break of session … does not lie within the session."],
])("a refusal reads with its figures: %j", (refusal, words) => {
  expect(catalogRefusalText(refusal)).toBe(words);
});
