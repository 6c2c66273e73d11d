import { expect, test } from "vitest";
import { isSameName } from "~/people/names/former-name";

test.each([
  ["Ana Sample", "ana  sample", true],
  ["Nguye\u0302\u0303n", "Nguy\u1EC5n", true],
  ["Ana Sample", "Ana Samples", false],
  ["Jose Nunez", "José Núñez", false],
])("%j and %j are one name: %s", (one, other, same) => {
  expect(isSameName(one, other)).toBe(same);
});
