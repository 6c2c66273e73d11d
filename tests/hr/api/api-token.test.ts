import { expect, test } from "vitest";
import { stateOfToken } from "~/hr/api/api-token";

test.each([
  [{ expiresAt: 10, revokedAt: null }, 9, "works"],
  [{ expiresAt: 10, revokedAt: null }, 10, "expired"],
  [{ expiresAt: 10, revokedAt: 5 }, 9, "revoked"],
  [{ expiresAt: 10, revokedAt: 5 }, 11, "revoked"],
] as const)("%j at %i %s", (token, now, state) => {
  expect(stateOfToken(token, now)).toBe(state);
});
