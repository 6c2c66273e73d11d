import { expect, test } from "vitest";
import { nextScanAt, verdictOf, wordsOfScan } from "~/microcredentials/evidence/scan";

test.each([
  [0, "", { verdict: "clean" }],
  [0, "looked at", { verdict: "clean" }],
  [1, "\nEicar-Test-Signature FOUND\nmore", { verdict: "refused", reason: "Eicar-Test-Signature FOUND" }],
  [1, " \n", { verdict: "refused", reason: "The check gave no reason." }],
  [1, "a\u0000b\u202ec", { verdict: "refused", reason: "a b c" }],
  [1, "x".repeat(900), { verdict: "refused", reason: "x".repeat(300) }],
  [2, "no database", null],
  [127, "not found", null],
  [null, "killed", null],
] as const)("an end with %s and %j", (code, output, verdict) => {
  expect(verdictOf(code, output)).toEqual(verdict);
});

test("a file that could not be looked at waits longer and longer, and is never given up", () => {
  const minutes = [1, 2, 3, 4, 5, 50].map((tries) => nextScanAt(tries, 1_000) / 60_000 - 1 / 60);
  expect(minutes.map(Math.round)).toEqual([1, 5, 30, 120, 120, 120]);
});

test("whoever asks for a file that is held back reads why", () => {
  expect(wordsOfScan({ verdict: "waiting" })).toContain("still being checked");
  expect(wordsOfScan({ verdict: "refused", reason: "Eicar" })).toMatch(/nobody can open it: Eicar$/);
});
