import { expect, test } from "vitest";
import { CODE_LENGTH, groupCode } from "~/documents/issuing/document-code";
import { CODE_ALPHABET } from "~/platform/secrets/codes.server";

test.each([
  ["K7M2QX4T9WPDH3RAC6NY", "K7M2Q-X4T9W-PDH3R-AC6NY"],
  [" k7m2q x4t9w–pdh3rac6ny ", "K7M2Q-X4T9W-PDH3R-AC6NY"],
  ["K7M2Q-X4T9W-PDH3R-AC6NY", "K7M2Q-X4T9W-PDH3R-AC6NY"],
  ["k7m", "K7M"],
  ["K7M2QX", "K7M2Q-X"],
  ["é—", ""],
  ["", ""],
])("a code that is typed as %j is %j", (typed, code) => {
  expect(groupCode(typed)).toBe(code);
});

test("D5 a code has at least 80 random bits", () => {
  expect(CODE_LENGTH * Math.log2(CODE_ALPHABET.length)).toBeGreaterThanOrEqual(80);
});
