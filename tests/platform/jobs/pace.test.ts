import { expect, test } from "vitest";
import { rest, restAfter, restBetweenParts, restLater } from "~/platform/jobs/pace.server";

test.each([
  [0, 0, 1],
  [100, 0, 50],
  [100, 0.5, 225],
  [100, 1, 400],
  [10_000, 1, 1_000],
])("after %d ms of work, with pages busy to %d, a job rests for %d ms", (worked, busy, ms) => {
  expect(restAfter(worked, busy)).toBe(ms);
});

test("nobody rests who has not said that others wait; then the pages' thread says how long", async () => {
  const took = async (work: () => unknown) => {
    const from = performance.now();
    await work();
    return performance.now() - from;
  };
  expect(await took(() => rest(2_000))).toBeLessThan(400);
  const pages = new SharedArrayBuffer(4);
  restBetweenParts(pages);
  Atomics.store(new Int32Array(pages), 0, 1_000);
  expect(await took(() => rest(200))).toBeGreaterThanOrEqual(790);
  expect(await took(() => restLater(200))).toBeGreaterThanOrEqual(790);
});
