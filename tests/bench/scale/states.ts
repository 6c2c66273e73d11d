import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** What a state is made by: when one of these changes, it is made anew. */
const MADE_BY = ["drizzle", "seed", "tests/bench/scale/generator"];
/** A state ends on the day on which it was made; after so long, what is due in it would be over. */
const FRESH_DAYS = 3;

export interface States {
  /** The demo's database. */
  demo: string;
  /** The same with what a state has, or a part of it. */
  state: string;
}

/** Databases to measure with, made where there are none yet: the demo's, and one of a state's size times a factor. */
export function readyStates(factor: number): States {
  const folder = path.join(tmpdir(), `hourbook-scale-${hashOf(MADE_BY).slice(0, 12)}`);
  mkdirSync(folder, { recursive: true });
  const demo = path.join(folder, "demo.sqlite");
  const state = path.join(folder, `state-${factor}.sqlite`);
  if (!isFresh(demo)) make(demo, null, 0);
  if (!isFresh(state) || statSync(state).mtimeMs < statSync(demo).mtimeMs) make(state, demo, factor);
  return { demo, state };
}

/** Copies of both to run servers on, so that what a run writes is gone after it. */
export function copyStates({ demo, state }: States): States & { remove: () => void } {
  const folder = `${path.dirname(demo)}/run-${process.pid}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const copies = { demo: path.join(folder, "demo.sqlite"), state: path.join(folder, "state.sqlite") };
  copyFileSync(demo, copies.demo);
  copyFileSync(state, copies.state);
  return { ...copies, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function make(file: string, base: string | null, factor: number): void {
  console.log(`Making ${file} …`);
  const unfinished = `${file}.unfinished.sqlite`;
  for (const end of ["", "-wal", "-shm"]) rmSync(unfinished + end, { force: true });
  if (base) copyFileSync(base, unfinished);
  const script = path.resolve("tests/bench/scale/make-state.ts");
  const { PATH, HOME } = process.env;
  const run = spawnSync(process.execPath, ["--import", "tsx", script, unfinished, String(factor)], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { PATH, HOME, NODE_ENV: "production" },
  });
  if (run.status !== 0) throw new Error(`${file} could not be made.`);
  renameSync(unfinished, file);
}

function isFresh(file: string): boolean {
  return existsSync(file) && Date.now() - statSync(file).mtimeMs < FRESH_DAYS * 86_400_000;
}

function hashOf(folders: string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
    for (const file of files) hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
}
