import { readdirSync, readFileSync } from "node:fs";

/** Ticks of the clock in a second, as Linux counts processor time. */
const TICKS = 100;

/** A process and those that it has started. */
export function familyOf(pid: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const parent = fieldsOf(Number(name))?.[1];
      return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent) }];
    });
  const family = [pid];
  for (const each of family) family.push(...parents.filter(({ parent }) => parent === each).map((child) => child.pid));
  return family;
}

/** Processor time that processes have used so far, seconds. */
export function processorTimeOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = fieldsOf(pid);
    return sum + (Number(fields?.[11] ?? 0) + Number(fields?.[12] ?? 0)) / TICKS;
  }, 0);
}

/** Memory that processes hold, megabytes. */
export function memoryOf(pids: readonly number[]): number {
  return pids.reduce(
    (sum, pid) => sum + Math.round(Number(/VmRSS:\s+(\d+)/.exec(readOf(pid, "status"))?.[1] ?? 0) / 1024),
    0,
  );
}

/** What stands in `/proc/…/stat` after the name: state, parent and so on. */
const fieldsOf = (pid: number): string[] | undefined => {
  const text = readOf(pid, "stat");
  return text === "" ? undefined : text.slice(text.lastIndexOf(")") + 2).split(" ");
};

function readOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    // It has ended.
    return "";
  }
}
