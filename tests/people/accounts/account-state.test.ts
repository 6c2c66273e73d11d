import { expect, test } from "vitest";
import { type AccountMarks, accountStateOf, isShut } from "~/people/accounts/account-state";

const marks = (set: Partial<AccountMarks>): AccountMarks => ({
  emailVerifiedAt: null,
  lockedAt: null,
  closedAt: null,
  ...set,
});

test.each<[string, AccountMarks | null, string, boolean]>([
  ["nobody's account", null, "none", false],
  ["an account that nobody has proved", marks({}), "unproved", false],
  ["an account whose address is proved", marks({ emailVerifiedAt: 1 }), "ready", false],
  ["a locked one", marks({ emailVerifiedAt: 1, lockedAt: 2 }), "locked", true],
  ["a locked one that nobody has proved", marks({ lockedAt: 2 }), "locked", true],
  ["a closed one", marks({ emailVerifiedAt: 1, closedAt: 2 }), "closed", true],
  ["a locked one that was closed", marks({ emailVerifiedAt: 1, lockedAt: 2, closedAt: 3 }), "closed", true],
])("%s", (_what, account, state, shut) => {
  expect(accountStateOf(account)).toBe(state);
  expect(account !== null && isShut(account)).toBe(shut);
});
