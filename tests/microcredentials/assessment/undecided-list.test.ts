import { expect, test } from "vitest";
import { RISK_DAYS, riskOf, riskUntil } from "~/microcredentials/assessment/undecided-list";
import { DAY, TEST_NOW } from "../../support/clock";

// When the promise ends, and how it stands now.
test.each([
  ["none was made", null, null],
  ["it ended", TEST_NOW - 1, "late"],
  ["it ends now", TEST_NOW, "at-risk"],
  ["it ends in five days", TEST_NOW + RISK_DAYS * DAY, "at-risk"],
  ["it ends later", TEST_NOW + RISK_DAYS * DAY + 1, null],
])("a promise: %s", (_what, promisedAt, risk) => {
  expect(riskOf(promisedAt, TEST_NOW)).toBe(risk);
});

test("what is at risk ends up to five days from now", () => {
  expect(riskUntil(TEST_NOW)).toBe(TEST_NOW + 5 * DAY);
});
