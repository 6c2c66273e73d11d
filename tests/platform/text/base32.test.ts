import { expect, test } from "vitest";
import { fromBase32, normalizeBase32, toBase32, UP_TO_V } from "~/platform/text/base32";

const bytesOf = (text: string) => new TextEncoder().encode(text);

test.each([
  ["", ""],
  ["Hello", "91JPRV3F"],
  ["\0\0\0\0\0", "00000000"],
  ["foobarfoob", "CSQPYRK1E9K6YVV2"],
])("“%s” is %s, and back", (text, written) => {
  expect(toBase32(bytesOf(text))).toBe(written);
  expect(fromBase32(written)).toEqual(bytesOf(text));
});

test("what looks like a digit is one, and no other letter is taken", () => {
  expect(normalizeBase32("91jprv3f")).toBe("91JPRV3F");
  expect(normalizeBase32("OoIiLl")).toBe("001111");
  expect(fromBase32("91jp")).toBeNull();
  for (const text of ["U", "9-1", "É", " "]) expect([normalizeBase32(text), fromBase32(text)]).toEqual([null, null]);
});

test("what scanners type has neither Y nor Z, which change places on some keyboards", () => {
  const bytes = Uint8Array.from({ length: 255 }, (_, index) => index);
  const written = toBase32(bytes, UP_TO_V);
  expect(written).toMatch(/^[0-9A-V]+$/);
  expect(fromBase32(written, UP_TO_V)).toEqual(bytes);
  expect(toBase32(bytesOf("foobarfoob"), UP_TO_V)).toBe("CPNMUOJ1E9J6URR2");
});
