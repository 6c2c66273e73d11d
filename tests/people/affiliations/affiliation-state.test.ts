import { expect, test } from "vitest";
import {
  affiliationStateOf,
  describeAffiliationState,
  explainAffiliationState,
} from "~/people/affiliations/affiliation-state";

test.each([
  [null, null, "unconfirmed"],
  [0, null, "confirmed"],
  [null, 0, "disowned"],
  [1_800_000_000_000, null, "confirmed"],
])("confirmed at %j, disowned at %j: %s", (confirmedAt, disownedAt, state) => {
  expect(affiliationStateOf({ confirmedAt, disownedAt })).toBe(state);
});

test.each([
  ["confirmed", "Confirmed", null],
  ["unconfirmed", "Waiting for Renton’s HR to confirm", "Once it is confirmed"],
  ["disowned", "Not confirmed by Renton", "Renton says that these dates are not theirs"],
] as const)("somebody reads of a workplace that is %s: %s", (state, words, explanation) => {
  expect(describeAffiliationState(state, "Renton")).toBe(words);
  if (explanation === null) expect(explainAffiliationState(state, "Renton")).toBeNull();
  else expect(explainAffiliationState(state, "Renton")).toContain(explanation);
});
