import { expect, test } from "vitest";
import { comesFromElsewhere } from "~/platform/http/same-origin";

const HOSTS = ["hourbook.test", "localhost:3000"];

test.each([
  ["http://hourbook.test", "same-origin", false],
  ["https://hourbook.test:443", "same-origin", false],
  ["HTTPS://HOURBOOK.TEST", null, false],
  ["http://localhost:3000", null, false],
  ["http://localhost:3001", "same-site", true],
  ["http://hourbook.test:8080", null, true],
  ["https://evil.example", "cross-site", true],
  ["https://hourbook.test.evil.example", null, true],
  ["https://evil.example/hourbook.test", null, true],
  ["https://hourbook.test@evil.example", null, true],
  // A sandboxed frame, a file, a page that was led astray.
  ["null", "cross-site", true],
  ["nonsense", null, true],
  ["file://", null, true],
  // Programs that are no browsers say nothing, and carry no cookies.
  [null, null, false],
  [undefined, undefined, false],
  ["", "none", false],
  [null, "same-origin", false],
  [null, "cross-site", true],
])("a change from %j (%j) comes from elsewhere: %s", (origin, site, expected) => {
  expect(comesFromElsewhere({ origin, site }, HOSTS)).toBe(expected);
});
