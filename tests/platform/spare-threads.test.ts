import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startThreads } from "~/platform/spare-threads.server";
import niceness from "./own-niceness";

test("a thread for what is made many times over stands back from the pages, whose own thread does not", async () => {
  const mine = niceness();
  const threads = startThreads<null, number | null>("tests/platform/own-niceness.ts", { most: 1, heapMb: 64 });
  try {
    expect(await threads.run(null)).toBe(mine === null ? null : mine + 10);
    expect(niceness()).toBe(mine);
  } finally {
    await threads.destroy();
  }
});

test("work whose thread cannot start fails instead of waiting for ever, and what comes next is done", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-thread-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "module.mts");
  writeFileSync(file, 'throw new Error("Half a version.");');
  const threads = startThreads<number, number>(file, { most: 1, heapMb: 64 });
  onTestFinished(() => threads.destroy());
  const waiting = await Promise.allSettled([threads.run(1), threads.run(2)]);
  expect(waiting).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
  await expect(threads.run(3)).rejects.toThrow();
  writeFileSync(file, "export default (number: number) => number + 1;");
  expect(await threads.run(4)).toBe(5);
});
