import { expect, test } from "vitest";
import { isFirst } from "~/platform/jobs/job-thread";

test("whoever asks first goes on, and nobody after it", () => {
  const [one, other] = [new SharedArrayBuffer(4), new SharedArrayBuffer(4)];
  expect([isFirst(one), isFirst(one), isFirst(one), isFirst(other)]).toEqual([true, false, false, true]);
});
