import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

// Asks a server whether it is ready, all the time, and looks at its memory: a process of its own, so that the
// attacker's work never holds up the clock.

const EVERY_MS = 250;
const [origin = "", pid = ""] = process.argv.slice(2);
const seen = { asked: 0, failed: 0, slowestMs: 0, memory: [] as number[] };

/** Memory in megabytes that a process holds; 0 once it is gone. */
function memoryOf(process: string): number {
  try {
    const status = readFileSync(`/proc/${process}/status`, "utf8");
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    try {
      return Math.round(Number(execFileSync("ps", ["-o", "rss=", "-p", process]).toString()) / 1024);
    } catch {
      return 0;
    }
  }
}

async function look(): Promise<void> {
  seen.memory.push(memoryOf(pid));
  const started = performance.now();
  seen.asked++;
  try {
    const answer = await fetch(`${origin}/ready`);
    await answer.text();
    if (answer.status !== 200) seen.failed++;
  } catch {
    seen.failed++;
  }
  seen.slowestMs = Math.max(seen.slowestMs, performance.now() - started);
}

process.on("message", () => {
  process.send!({ ...seen, memory: undefined, now: memoryOf(pid), peak: Math.max(0, ...seen.memory) });
  Object.assign(seen, { asked: 0, failed: 0, slowestMs: 0, memory: [] });
});
process.on("disconnect", () => process.exit());

for (;;) {
  const next = performance.now() + EVERY_MS;
  await look();
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
}
