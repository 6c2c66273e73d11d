import { expect, test } from "vitest";
import { creditedDesignations } from "~/credits/ledger/credit-snapshot";

const codes = (minutes: Record<string, number>) =>
  Object.entries(minutes).map(([code, counted]) => ({ code, minutes: counted }));

test.each([
  ["all of them, by code", { STEM: 90, EQUITY: 60 }, 420, { EQUITY: 60, STEM: 90 }],
  ["never more than was credited", { STEM: 90, EQUITY: 60 }, 75, { EQUITY: 60, STEM: 75 }],
  ["as much as was credited", { STEM: 90 }, 90, { STEM: 90 }],
  ["not those without minutes", { STEM: 0, EQUITY: 30 }, 60, { EQUITY: 30 }],
  ["none of nothing", { STEM: 90 }, 0, {}],
])("T7 designations of a credit: %s", (_what, approved, minutes, expected) => {
  expect(creditedDesignations(codes(approved), minutes)).toEqual(codes(expected));
});
