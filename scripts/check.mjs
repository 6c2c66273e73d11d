import "./require-node.mjs";
import { spawn } from "node:child_process";
import { BUILDERS } from "./build.mjs";
import { findOrInstallChromium, findOrInstallPoppler } from "./test-tools.mjs";

// npm run check: everything that needs no browser. npm test: the same, then the journeys in a real one.

const browser = process.argv.includes("--browser");
const CACHE = "node_modules/.cache/eslint";

/**
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<void>} rejects with the step's name when it fails
 */
function run(name, command, args, env = process.env) {
  const started = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit", env });
    child.on("error", reject);
    child.on("exit", (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(0);
      if (code !== 0) return reject(new Error(`${name} failed`));
      console.log(`✓ ${name} (${seconds} s)`);
      resolve();
    });
  });
}

try {
  // Found or installed before anything long, so that a machine that cannot have them is told at once.
  findOrInstallPoppler();
  const chromium = browser ? findOrInstallChromium() : undefined;
  // Side by side: each of them keeps one core busy.
  const quick = async () => {
    await run("lock file", process.execPath, ["scripts/check-lock.mjs"]);
    await run("types", "tsc", ["--noEmit"]);
    await run("format", "prettier", ["--check", "--log-level", "warn", "--cache", "."]);
    await run("import rules", "depcruise", ["app", "drizzle", "seed", "emails", "scripts", "server.ts"]);
    if (browser) for (const [program, words] of BUILDERS) await run(`build (${program})`, program, [...words]);
  };
  await Promise.all([
    quick(),
    run("lint", "eslint", ["--max-warnings", "0", "--cache", "--cache-location", CACHE, "."]),
  ]);
  const projects = browser ? [] : ["--project", "hourbook"];
  await run("tests", "vitest", ["run", ...projects], { ...process.env, NODE_ENV: "test", CHROMIUM: chromium });
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
