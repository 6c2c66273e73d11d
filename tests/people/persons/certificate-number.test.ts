import { expect, test } from "vitest";
import { isCertificateNumber } from "~/people/persons/certificate-number";

test.each([
  ["512345F", true],
  ["000-123-A", true],
  ["51234567", true],
  ["", false],
  ["512 345", false],
  ["x".repeat(20), true],
  ["x".repeat(21), false],
  // P1: the shapes of the other number.
  ["123-45-6789", false],
  ["123456789", false],
  ["123-456789", false],
])("P1 %j is a certificate number: %s", (text, good) => {
  expect(isCertificateNumber(text)).toBe(good);
});
