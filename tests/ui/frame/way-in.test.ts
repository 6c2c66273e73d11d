import { expect, test } from "vitest";
import { wayIn } from "~/ui/frame/way-in";

test.each([
  ["/offerings/1", "", "/sign-in?next=%2Fofferings%2F1"],
  ["/catalog", "?q=soil", "/sign-in?next=%2Fcatalog%3Fq%3Dsoil"],
  ["/sign-up", "?next=%2Fofferings%2F1", "/sign-in?next=%2Fofferings%2F1"],
  ["/sign-up", "", "/sign-in"],
  ["/", "", "/sign-in"],
  ["/verify-email", "?token=secret", "/sign-in"],
  ["/catalogue", "", "/sign-in"],
])("from %s%s the way in is %s", (pathname, search, expected) => {
  expect(wayIn("/sign-in", { pathname, search })).toBe(expected);
});
