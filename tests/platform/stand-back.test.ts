import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { startThreads } from "~/platform/spare-threads.server";
import { policy } from "./own-policy";

const IDLE = 5;

test("a thread that stands back runs after all others, where the machine can do that, and the pages' own goes on as it did", async () => {
  const before = policy();
  const canIt = before !== null && spawnSync("chrt", ["--version"]).status === 0;
  const threads = startThreads<null, number | null>("tests/platform/own-policy.ts", { most: 1, heapMb: 64 });
  try {
    expect(await threads.run(null)).toBe(canIt ? IDLE : before);
    expect(policy()).toBe(before);
  } finally {
    await threads.destroy();
  }
});
