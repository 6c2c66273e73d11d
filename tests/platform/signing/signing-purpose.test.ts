import { expect, test } from "vitest";
import { SIGNING_PURPOSES } from "~/platform/signing/signing-purpose";

test("D5 purposes stand once, in the words that certificates say", () => {
  expect(new Set(SIGNING_PURPOSES).size).toBe(SIGNING_PURPOSES.length);
  for (const purpose of SIGNING_PURPOSES) expect(purpose).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
