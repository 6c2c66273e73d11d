import { expect, test } from "vitest";
import { endsSoon, stateOfToken } from "~/hr/api/api-token";
import { DAY } from "../../support/clock";

test.each([
  [{ expiresAt: 10, revokedAt: null }, 9, "works"],
  [{ expiresAt: 10, revokedAt: null }, 10, "expired"],
  [{ expiresAt: 10, revokedAt: 5 }, 9, "revoked"],
  [{ expiresAt: 10, revokedAt: 5 }, 11, "revoked"],
] as const)("%j at %i %s", (token, now, state) => {
  expect(stateOfToken(token, now)).toBe(state);
});

test("a token that works ends soon for its last thirty days", () => {
  const token = { expiresAt: 100 * DAY, revokedAt: null };
  expect([69, 70, 99, 100].map((day) => endsSoon(token, day * DAY))).toEqual([false, true, true, false]);
});
