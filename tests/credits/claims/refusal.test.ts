import { expect, test } from "vitest";
import { CLAIM_REFUSALS, claimRefusalText, type ClaimRefusal } from "~/credits/claims/refusal";
import { refuse } from "~/platform/outcome";

test("a refusal says the figures that explain it, and never a gap where one is missing", () => {
  expect(claimRefusalText(refuse("between-steps", { lower: "3.5", upper: "4" }))).toBe(
    "Hours are counted in steps here: enter 3.5 or 4.",
  );
  for (const reason of Object.keys(CLAIM_REFUSALS) as ClaimRefusal[])
    expect(claimRefusalText(refuse(reason)), reason).not.toMatch(/[{}]/);
});
