import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { bareEnvironment } from "~/platform/env.server";

/** More of what a command says is not kept. */
const MOST_BYTES = 4_096;
/** How long its words may follow its end: what it started may hold the line open. */
const GRACE_MS = 1_000;

/** How a command ended: its exit code, null where it had none, and the beginning of what it said. */
export interface Ended {
  code: number | null;
  output: string;
}

/**
 * Runs the operator's command on a file, without a shell and without any of our secrets. What takes too long is ended, with
 * everything that it started.
 */
export async function runScan(
  command: string,
  file: string,
  { limitMs, signal }: { limitMs: number; signal?: AbortSignal | undefined },
): Promise<Ended> {
  const [program = "", ...options] = command.trim().split(/\s+/);
  // A group of its own, so that it can be ended as a whole.
  const child = spawn(program, [...options, file], {
    stdio: ["ignore", "pipe", "ignore"],
    env: bareEnvironment,
    detached: true,
  });
  const heard: Buffer[] = [];
  let bytes = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    if (bytes < MOST_BYTES) heard.push(chunk.subarray(0, MOST_BYTES - bytes));
    bytes += chunk.length;
  });
  const end = () => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It is gone already.
    }
  };
  const late = setTimeout(end, limitMs);
  signal?.addEventListener("abort", end, { once: true });
  const closed = new Promise<void>((resolve) => child.stdout.once("close", resolve));
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null)).once("exit", resolve);
  });
  await Promise.race([closed, pause(GRACE_MS, undefined, { ref: false })]);
  clearTimeout(late);
  signal?.removeEventListener("abort", end);
  end();
  child.stdout.destroy();
  return { code, output: Buffer.concat(heard).toString("utf8") };
}
