import { expect, test } from "vitest";
import { canChange, standingOf } from "~/microcredentials/awards/award-standing";

const plain = { revokedAt: null, suspendedAt: null, expiresAt: null };

test.each([
  [plain, "current"],
  [{ ...plain, expiresAt: 101 }, "current"],
  [{ ...plain, expiresAt: 100 }, "expired"],
  [{ ...plain, expiresAt: 50, suspendedAt: 60 }, "suspended"],
  [{ ...plain, suspendedAt: 60, revokedAt: 70 }, "revoked"],
])("M3: %o at 100", (facts, expected) => {
  expect(standingOf(facts, 100)).toBe(expected);
});

test.each([
  ["suspended", "current", true],
  ["suspended", "suspended", false],
  ["resumed", "suspended", true],
  ["resumed", "current", false],
  ["revoked", "suspended", true],
  ["revoked", "expired", true],
  ["revoked", "revoked", false],
  ["resumed", "revoked", false],
] as const)("M3: %s, when it is %s", (kind, standing, can) => {
  expect(canChange(kind, standing)).toBe(can);
});
