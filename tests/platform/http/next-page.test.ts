import { expect, test } from "vitest";
import { LONGEST_NEXT, withNext } from "~/platform/http/next-page";

test.each([
  ["/sign-up", "/offerings/1/register", "/sign-up?next=%2Fofferings%2F1%2Fregister"],
  ["/verify-email?token=x", "/catalog?q=a&b=c", "/verify-email?token=x&next=%2Fcatalog%3Fq%3Da%26b%3Dc"],
  ["/sign-up", "", "/sign-up"],
  ["/sign-up", undefined, "/sign-up"],
  ["/sign-up", "/".padEnd(LONGEST_NEXT + 1, "a"), "/sign-up"],
])("%s leads on to %s", (address, next, expected) => {
  expect(withNext(address, next)).toBe(expected);
});
