import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Memory of a process, threads included, in MB: now (VmRSS) or, on Linux alone, at its most (VmHWM). */
export function memoryMb(pid: number, figure: "VmRSS" | "VmHWM"): number {
  const told = `/proc/${pid}/status`;
  const kilobytes = existsSync(told)
    ? new RegExp(`${figure}:\\s+(\\d+)`).exec(readFileSync(told, "utf8"))?.[1]
    : execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return Math.round(Number(kilobytes) / 1024);
}

/** How much memory a process holds at rest: the least of some looks, so that what was just used is given back. */
export async function idleMemoryMb(pid: number): Promise<number> {
  const seen: number[] = [];
  for (let look = 0; look < 10; look++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    seen.push(memoryMb(pid, "VmRSS"));
  }
  return Math.min(...seen);
}
