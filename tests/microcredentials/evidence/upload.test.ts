import { expect, test } from "vitest";
import { decideUpload, isSameFile, percentOf } from "~/microcredentials/evidence/upload";
import { PORTFOLIO_REFUSALS } from "~/microcredentials/portfolios/refusal";

const limits = { file: 500, portfolio: 2_000 };

test.each([
  [{ size: 0, held: 0 }, "no-file"],
  [{ size: 501, held: 0 }, "evidence-too-large"],
  [{ size: 500, held: 1_501 }, "portfolio-full"],
  [{ size: 500, held: 1_500 }, null],
  [{ size: 1, held: 0 }, null],
] as const)("%o: %s", (input, reason) => {
  const decision = decideUpload({ ...input, limits });
  expect(decision.ok ? null : decision.reason).toBe(reason);
  if (reason) expect(PORTFOLIO_REFUSALS[reason]).toMatch(/\.$/);
});

test("a file is known again by its name, its size and when it was changed", () => {
  const upload = { name: "lesson.mp4", size: 10, changedAt: 5 };
  const file = { name: "lesson.mp4", size: 10, lastModified: 5 };
  expect(isSameFile(upload, file)).toBe(true);
  for (const other of [{ name: "lesson2.mp4" }, { size: 11 }, { lastModified: 6 }])
    expect(isSameFile(upload, { ...file, ...other })).toBe(false);
});

test("a hundred per cent are all of it, and no less", () => {
  expect([percentOf(0, 3), percentOf(1, 3), percentOf(999_999, 1_000_000), percentOf(3, 3), percentOf(0, 0)]).toEqual([
    0, 33, 99, 100, 0,
  ]);
});
