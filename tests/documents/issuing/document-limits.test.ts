import { expect, test } from "vitest";
import { joinWithin } from "~/documents/issuing/document-limits";

test.each([
  [[], 20, ""],
  [["Check $5.00"], 20, "Check $5.00"],
  [["Check $5.00", "Cash $1.00"], 23, "Check $5.00; Cash $1.00"],
  [["Check $5.00", "Cash $1.00", "Cash $2.00"], 30, "Check $5.00; and 2 more"],
  [["Waived: " + "x".repeat(40)], 20, `Waived: ${"x".repeat(11)}…`],
])("%j within %i characters", (parts, longest, line) => {
  expect(joinWithin(parts, longest)).toBe(line);
});
