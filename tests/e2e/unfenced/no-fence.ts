import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { withinFence as fenced } from "~/registration/seats/fence.server";

const gate = path.join(process.env.TEST_BUILD_FOLDER!, "gate");
const LONGEST_WAIT_MS = 100;
const STEP_MS = 4;

/**
 * What stands in for the fence: no transaction, and between the count and the first write each process waits, for a moment
 * at most, until the other has counted, too. What two processes do by chance thus happens often enough to be seen.
 */
export const withinFence: typeof fenced = (db, run) => {
  let met = false;
  const slowed = new Proxy(db, {
    get(target, key) {
      if (!met && (key === "insert" || key === "update")) {
        met = true;
        meetOther();
      }
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
  return run(slowed as unknown as Parameters<typeof run>[0]);
};

function meetOther(): void {
  const mine = path.join(gate, String(process.pid));
  mkdirSync(gate, { recursive: true });
  writeFileSync(mine, "");
  for (let waited = 0; waited < LONGEST_WAIT_MS && readdirSync(gate).length < 2; waited += STEP_MS) pause();
  // The other looks at its own pace: it must still find this one.
  pause();
  pause();
  rmSync(mine, { force: true });
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STEP_MS);
}
