import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { BUILT_SERVER } from "../../scripts/build.mjs";
import { tell } from "./figures";
import { percentile } from "./scale/visit";

/** As between people. */
const PAUSE_MS = 50;
/** The catalog's p95 while something else goes on, over that of idle, at most. */
const SLOWER = 2;

/** Whether there is a build to measure; says what is left out where there is none. */
export function hasBuild(what: string, ...more: string[]): boolean {
  const isThere = [BUILT_SERVER, ...more].every((file) => existsSync(file));
  if (!isThere) console.log(`${what}: left out, since there is no build (npm run build).`);
  return isThere;
}

/**
 * How long the catalog's page takes while nothing else goes on, for visitors unless a cookie is given, each time with a
 * pause after it.
 */
export async function lookIdle(origin: string, looks: number, cookie?: string): Promise<number[]> {
  let left = looks;
  return lookWhile(origin, () => left-- > 0, cookie);
}

/** The same as long as something goes on. */
export async function lookWhile(origin: string, goesOn: () => boolean, cookie?: string): Promise<number[]> {
  const taken: number[] = [];
  while (goesOn()) taken.push(await lookOnce(origin, cookie));
  return taken;
}

async function lookOnce(origin: string, cookie: string | undefined): Promise<number> {
  const start = performance.now();
  const answer = await fetch(`${origin}/catalog`, cookie === undefined ? {} : { headers: { Cookie: cookie } });
  await answer.text();
  if (answer.status !== 200) throw new Error(`The catalog answered with ${answer.status}.`);
  const taken = performance.now() - start;
  await setTimeout(PAUSE_MS);
  return taken;
}

/** Tells how much slower the catalog is beside something, by its p95. */
export function tellBeside(name: string, idle: readonly number[], busy: readonly number[]): void {
  const [idleMs, busyMs] = [percentile(idle, 0.95), percentile(busy, 0.95)];
  tell(
    { name, value: busyMs / idleMs, better: "less", aim: SLOWER },
    `p95 over idle: ${idleMs.toFixed(1)} ms idle, ${busyMs.toFixed(1)} ms in ${busy.length} looks`,
  );
}
