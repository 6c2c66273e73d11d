import { type ChildProcess, spawn } from "node:child_process";

/** A process of `npm run jobs`. */
export type JobProcess = ChildProcess & {
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
  output(): string;
};

/** `npm run jobs` as a process of its own, as tests/support/job-process.ts starts it, with what it prints kept. */
export function startJobs(environment: Record<string, string>): JobProcess {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/jobs.ts"], {
    env: { PATH, HOME, NODE_ENV: "production", LOG_LEVEL: "warn", SIGNING_SECRET: "s".repeat(32), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once("exit", (code, signal) => resolve(signal ?? code)),
  );
  return Object.assign(child, { ended, output: () => output });
}
