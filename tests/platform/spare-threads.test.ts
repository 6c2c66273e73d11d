import { expect, test } from "vitest";
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
