import fc from "fast-check";
import { expect, test } from "vitest";
import { origin } from "~/platform/env.server";
import { safePath } from "~/platform/http/responses.server";

const PIECES = [
  "/",
  "//",
  "/\\",
  "\\",
  "/\t/",
  "%09",
  "%0a",
  "\n",
  "\r",
  "\t",
  "\0",
  "\u007f",
  "\u0085",
  "\u2028",
  "@",
  ":",
  "?",
  "#",
  ".",
  "..",
  "/./",
  "/.//",
  "/%2e/",
  "%2f",
  "%5c",
  "evil.example",
  "user:pass@evil.example",
  "http:",
  "https://",
  "javascript:alert(1)",
  "data:",
  "[::1]",
  " ",
  "é",
  "／",
  "。",
  "\ud800",
  "\udfff",
  "desk",
  "?next=",
  "hourbook.test",
];
const strange = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join("")),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => `/${pieces.join("")}`),
  fc.string({ unit: "binary" }).map((text) => `/${text}`),
  fc.webUrl(),
);

test("whatever is asked for, people stay on this site, and the header can be written", () => {
  fc.assert(
    fc.property(strange, (target) => {
      const path = safePath(target, "/desk");
      expect(new URL(path, origin).origin).toBe(new URL(origin).origin);
      expect(new URL(path, "https://other.example").origin).toBe("https://other.example");
      expect(new Headers({ Location: path }).get("Location")).toBe(path);
      expect(safePath(path, "/desk")).toBe(path);
      expect(() => encodeURIComponent(path)).not.toThrow();
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ["/%09/evil.example", "/%09/evil.example"],
  ["/\t/evil.example", "/desk"],
  ["/\n/evil.example", "/desk"],
  ["/hours\r\nSet-Cookie: a=b", "/desk"],
  ["//evil.example", "/desk"],
  ["/\\evil.example", "/desk"],
  ["/.//evil.example", "/desk"],
  ["/..//evil.example", "/desk"],
  ["https://evil.example/", "/desk"],
  ["http://hourbook.test/hours", "/desk"],
  ["javascript:alert(1)", "/desk"],
  ["hours", "/desk"],
  ["", "/desk"],
  [null, "/desk"],
  ["/hours?x=1#top", "/hours?x=1#top"],
  ["/courses/é\ud800", "/courses/%C3%A9%EF%BF%BD"],
])("%j leads to %j", (target, expected) => {
  expect(safePath(target, "/desk")).toBe(expected);
});
