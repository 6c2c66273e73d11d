import { expect, test } from "vitest";
import { accountStateOf } from "~/people/accounts/account-state";

test.each([
  ["nobody's account", null, "none"],
  ["an account that nobody has proved", { emailVerifiedAt: null }, "unproved"],
  ["an account whose address is proved", { emailVerifiedAt: 1 }, "ready"],
])("%s", (_what, account, expected) => {
  expect(accountStateOf(account)).toBe(expected);
});
