import { existsSync, readFileSync } from "node:fs";

const TOLD = "/proc/thread-self/stat";

/** Runs on a thread: how far it stands back from others, as Linux counts it for each thread; null elsewhere. */
export default function niceness(): number | null {
  if (!existsSync(TOLD)) return null;
  const told = readFileSync(TOLD, "utf8");
  return Number(told.slice(told.lastIndexOf(")") + 2).split(" ")[16]);
}
