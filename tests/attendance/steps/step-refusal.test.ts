import { expect, test } from "vitest";
import { STEP_REFUSALS, stepRefusalText } from "~/attendance/steps/step-refusal";
import { refuse } from "~/platform/outcome";

test("a refusal says its figures, and a gap where one is missing", () => {
  expect(stepRefusalText(refuse("too-short", { words: 80, least: 150 }))).toBe(
    "This has 80 words; at least 150 are needed. Your text is kept.",
  );
  expect(stepRefusalText(refuse("too-short"))).toContain("This has … words");
});

test("every refusal is a sentence", () => {
  for (const words of Object.values(STEP_REFUSALS)) expect(words).toMatch(/^[A-Z].*[.}]$/);
});
