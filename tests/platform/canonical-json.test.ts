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

test("RFC 8785 members are sorted by UTF-16 units, and strings and numbers are written as ECMAScript writes them", () => {
  const members = { "€": 1, "\r": 2, "\ufb33": 3, 1: 4, "😀": 5, "\u0080": 6, ö: 7 };
  expect(Object.values(JSON.parse(canonicalJson(members)) as object)).toHaveLength(7);
  expect([...canonicalJson(members).matchAll(/:(\d)/g)].map(([, value]) => value).join("")).toBe("2467153");
  expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001])).toBe(
    "[333333333.3333333,1e+30,4.5,0.002,1e-27]",
  );
  expect(canonicalJson('€$\u000f\nA\'B"\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\"/"');
});

test.each(["\ud800", { "\udfff": 1 }])("half of a pair has no text", (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});

test.each([NaN, Infinity, -Infinity])("%d has no text", (number) => {
  expect(() => canonicalJson({ a: [number] })).toThrow(TypeError);
});
