import { expect, test } from "vitest";
import { staffListRefusalText } from "~/hr/staff-lists/staff-list-refusal";

test("a refusal is said with its figures", () => {
  expect(
    staffListRefusalText({ reason: "before-start", detail: { name: "Sample, Ana", fromDate: "2026-09-01" } }),
  ).toBe("Sample, Ana began on 2026-09-01: the last day cannot be before that.");
});
