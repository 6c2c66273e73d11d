import { expect, test } from "vitest";
import { isDeletable, isFixed, touchedInWords, touchedWithin } from "~/catalog/policies/policy-periods";

const OFFERINGS = [
  { at: 10, copied: true },
  { at: 20, copied: false },
  { at: 30, copied: false },
  { at: 40, copied: true },
];

test("a policy touches the offerings from its first day until the next one's", () => {
  expect(touchedWithin(OFFERINGS, 10, 30)).toEqual({ open: 1, copies: 1 });
  expect(touchedWithin(OFFERINGS, 20, null)).toEqual({ open: 2, copies: 1 });
  expect(touchedWithin([], 0, null)).toEqual({ open: 0, copies: 0 });
});

test("what it touches is told in words", () => {
  expect(touchedInWords({ open: 12, copies: 30 })).toBe(
    "On these days: 12 offerings that are not approved yet; 30 approved offerings keep a copy of what was in force.",
  );
  expect(touchedInWords({ open: 1, copies: 1 })).toBe(
    "On these days: 1 offering that is not approved yet; 1 approved offering keeps a copy of what was in force.",
  );
  expect(touchedInWords({ open: 0, copies: 0 })).toBe("No offering is on these days yet.");
});

const TODAY = "2026-10-05";

test.each([
  ["coming, nothing on it", "2027-01-01", 0, 0, false, true],
  ["coming, with drafts", "2027-01-01", 2, 0, false, true],
  ["coming, and something was approved with it", "2027-01-01", 0, 1, false, false],
  ["in force, nothing on it", "2026-10-05", 0, 0, false, true],
  ["in force, with drafts", "2026-10-05", 1, 0, true, false],
  ["past, with copies", "2025-01-01", 0, 5, true, false],
])("a policy that is %s", (_name, fromDate, open, copies, fixed, deletable) => {
  const policy = { fromDate, touched: { open, copies }, isFirst: false };
  expect(isFixed(policy, TODAY)).toBe(fixed);
  expect(isDeletable(policy, TODAY)).toBe(deletable);
  expect(isDeletable({ ...policy, isFirst: true }, TODAY)).toBe(false);
});
