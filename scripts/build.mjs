import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

// npm run build: the pages, and the server with its jobs, as what is run.

/** What the server is started from. */
export const BUILT_SERVER = "build/run/server.js";
const BUILT = ["build/server/index.js", BUILT_SERVER, "build/client/door-worker.js"];
const MADE_OF = [
  "app",
  "drizzle",
  "seed",
  "emails",
  "public",
  "scripts",
  "server.ts",
  "vite.config.ts",
  "vite.server.config.ts",
  "vite.worker.config.ts",
  "remix.config.js",
  "package.json",
];

/** The programs that build, with their words, in their order. */
export const BUILDERS = /** @type {const} */ ([
  ["remix", ["vite:build", "--logLevel", "error"]],
  ["vite", ["build", "--config", "vite.worker.config.ts", "--logLevel", "error"]],
  ["vite", ["build", "--config", "vite.server.config.ts", "--logLevel", "error"]],
]);

/**
 * Builds everything; the programs are found as npm finds them.
 * @returns {number} the code with which the first that failed has ended, else 0
 */
export function build() {
  for (const [program, words] of BUILDERS) {
    const { status } = spawnSync(program, words, { stdio: "inherit" });
    if (status !== 0) return status ?? 1;
  }
  return 0;
}

/** Whether there is no build, or something that it is made of is newer. */
export function buildIsOld() {
  if (!BUILT.every((file) => existsSync(file))) return true;
  const since = Math.min(...BUILT.map((file) => statSync(file).mtimeMs));
  /** @type {(name: string) => boolean} */
  const newer = (name) => {
    const stats = statSync(name);
    return stats.isDirectory() ? readdirSync(name).some((each) => newer(path.join(name, each))) : stats.mtimeMs > since;
  };
  return MADE_OF.some(newer);
}

if (process.argv[1]?.endsWith("build.mjs")) process.exit(build());
