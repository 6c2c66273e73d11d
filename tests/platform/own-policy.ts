import { existsSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { standBack } from "~/platform/stand-back.server";

const TOLD = "/proc/thread-self/stat";
const LOOKS = 200;

/** How Linux schedules the thread that asks: 0 among all others, 5 after all others; null elsewhere. */
export function policy(): number | null {
  if (!existsSync(TOLD)) return null;
  const told = readFileSync(TOLD, "utf8");
  return Number(told.slice(told.lastIndexOf(")") + 2).split(" ")[38]);
}

/** Runs on a thread: how it is scheduled once it has stood back, or has not for ten seconds. */
export default async function run(): Promise<number | null> {
  standBack();
  for (let look = 0; look < LOOKS && policy() === 0; look++) await setTimeout(50);
  return policy();
}
