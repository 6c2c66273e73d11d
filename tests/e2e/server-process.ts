import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BUILT_SERVER } from "../../scripts/build.mjs";
import { ARENAS, V8_OPTIONS } from "../../scripts/v8-options.mjs";
import { writeClock } from "../support/clock";
import { findFreePort } from "../support/network/free-port";

/** A folder that is gone after the test, with a database file and a clock in it. */
export function makeWorkplace() {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-e2e-"));
  const clock = path.join(folder, "clock");
  return {
    databaseFile: path.join(folder, "hourbook.sqlite"),
    clock,
    setClock: (instant: number) => writeClock(clock, instant),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface RunningServer {
  origin: string;
  pid: number;
  /** Everything it has printed. */
  output(): string;
  /** Sends SIGTERM and gives the exit code. */
  stop(): Promise<number | null>;
}

/** A demo is invented first, beside what else the machine does. */
const START_MS = 300_000;

/**
 * Starts the built server as a process of its own, on a free port.
 * @throws Error with what it printed, when it stops before it serves
 */
export async function startServer(environment: Record<string, string>): Promise<RunningServer> {
  const child = spawnServer({ PORT: String(await findFreePort()), ...environment });
  let output = "";
  child.stdout!.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr!.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const origin = await new Promise<string>((resolve, reject) => {
    const look = setInterval(() => {
      const found = /Hourbook is at (\S+)/.exec(output);
      if (found) settle(() => resolve(found[1]!));
    }, 50);
    const late = setTimeout(() => settle(() => reject(new Error(`It did not start in time:\n${output}`))), START_MS);
    const settle = (then: () => void) => {
      clearInterval(look);
      clearTimeout(late);
      then();
    };
    void exited.then((code) => settle(() => reject(new Error(`It stopped with code ${code}:\n${output}`))));
  });
  return {
    origin,
    pid: child.pid!,
    output: () => output,
    stop: async () => {
      child.kill("SIGTERM");
      return exited;
    },
  };
}

/** Starts the server where it is expected to stop by itself; gives its exit code and what it printed. */
export async function runUntilExit(
  environment: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const child = spawnServer(environment);
  let output = "";
  child.stdout!.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr!.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { code, output };
}

function spawnServer(environment: Record<string, string>): ChildProcess {
  const { PATH, HOME } = process.env;
  // As scripts/run.mjs starts it, or by that where several processes are asked for.
  const start = environment.WEB_PROCESSES ? ["scripts/run.mjs", "production"] : [...V8_OPTIONS, BUILT_SERVER];
  return spawn(process.execPath, start, {
    env: {
      PATH,
      HOME,
      MALLOC_ARENA_MAX: ARENAS,
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      SIGNING_SECRET: process.env.SIGNING_SECRET ?? "s".repeat(32),
      CALL_OFF_SECONDS: "0",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
}
