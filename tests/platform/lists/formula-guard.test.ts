import fc from "fast-check";
import { expect, test } from "vitest";
import { guardFormula, unguardFormula } from "~/platform/lists/formula-guard";

test.each([
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["\rx", "'\rx"],
  ["＝1", "'＝1"],
  ["'=1+1", "''=1+1"],
  ["'tis", "'tis"],
  ["5-4=1", "5-4=1"],
  ["", ""],
])("S3 %j is written as %j", (text, guarded) => {
  expect(guardFormula(text)).toBe(guarded);
  expect(unguardFormula(guarded)).toBe(text);
});

test("S3 no guarded text begins a formula, and each is read back as it was", () => {
  const text = fc
    .array(fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "a", "1", "＝"))
    .map((signs) => signs.join(""));
  fc.assert(
    fc.property(fc.oneof(text, fc.string()), (any) => {
      expect(guardFormula(any)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      expect(unguardFormula(guardFormula(any))).toBe(any);
    }),
  );
});
