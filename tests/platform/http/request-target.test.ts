import fc from "fast-check";
import { expect, test } from "vitest";
import { isUsableTarget, namesOneHost } from "~/platform/http/request-target";

test.each(["/", "/catalog?q=%C3%A9", "/offerings/1.data?_routes=a%2Cb", "/a%20b", "/search?q=50%"])(
  "%s is an address",
  (target) => {
    expect(isUsableTarget(target)).toBe(true);
  },
);

test.each([
  ["the absolute form", "http://evil.example/"],
  ["the authority form", "evil.example:443"],
  ["the asterisk", "*"],
  ["nothing", ""],
  ["a percent sign that decodes to nothing", "/%E0%A4%A"],
  ["half a character", "/%ff"],
  ["a NUL", "/verify/%00"],
  ["a line break", "/x%0d%0aSet-Cookie:y"],
  ["a tab", "/%09/evil.example"],
  ["a space", "/a b"],
  ["more than fits", `/${"a".repeat(8_000)}`],
])("%s is no address of ours", (_what, target) => {
  expect(isUsableTarget(target)).toBe(false);
});

test("whatever is usable decodes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 50 }), (text) => {
      const target = `/${text}`;
      if (isUsableTarget(target)) decodeURIComponent(target.split("?", 1)[0]!);
      return true;
    }),
  );
});

test("a request that names two hosts is none of ours, whatever their capitals; a value may say host", () => {
  expect(namesOneHost(["Host", "a.example", "X-Note", "host"])).toBe(true);
  expect(namesOneHost([])).toBe(true);
  expect(namesOneHost(["Host", "a.example", "hOST", "a.example"])).toBe(false);
});
