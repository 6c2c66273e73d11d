import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "~/platform/canonical-json";

test.each([
  [{ b: 1, a: [true, null, "x"] }, '{"a":[true,null,"x"],"b":1}'],
  [{ b: { d: 1, c: 2 }, a: [] }, '{"a":[],"b":{"c":2,"d":1}}'],
  [{ 10: "a", 2: "b" }, '{"10":"a","2":"b"}'],
  [{ a: undefined, b: null }, '{"b":null}'],
  [[undefined, 1], "[null,1]"],
  [{ 'ключ "': "Ánh\n\u2028" }, '{"ключ \\"":"Ánh\\n\u2028"}'],
  [-0, "0"],
  [1e21, "1e+21"],
  ["", '""'],
])("%j is written as %s", (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test("D5 a value read back from its text gives the same text, in whatever order its members stood", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

test.each([NaN, Infinity, -Infinity])("%d has no text", (number) => {
  expect(() => canonicalJson({ a: [number] })).toThrow(TypeError);
});
