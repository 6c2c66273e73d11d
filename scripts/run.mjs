import "./require-node.mjs";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { build, buildIsOld, BUILT_SERVER } from "./build.mjs";
import { ARENAS, V8_OPTIONS } from "./v8-options.mjs";
import { countProcesses, servePages } from "./web-processes.mjs";

// Starts the server: node scripts/run.mjs development | demo | production. Builds first where the build is missing or old.

const mode = process.argv[2] ?? "";
if (!["development", "demo", "production"].includes(mode)) {
  console.error("Usage: node scripts/run.mjs development | demo | production");
  process.exit(2);
}

if (existsSync(".env")) process.loadEnvFile(".env");
process.env.HOURBOOK_MODE = mode;
process.env.NODE_ENV = mode === "development" ? "development" : "production";
if (mode !== "production") process.env.DATABASE_FILE ||= `data/${mode}.sqlite`;
if (mode === "demo") process.env.LOG_LEVEL ||= "warn";

if (mode !== "development" && buildIsOld()) {
  console.log("Building Hourbook …");
  const status = build();
  if (status !== 0) process.exit(status);
}

process.env.MALLOC_ARENA_MAX ||= ARENAS;
// Compiled at the start where it is worked on, and once, before, where it serves.
const [exec, execArgv] =
  mode === "development" ? ["server.ts", [...V8_OPTIONS, "--import", "tsx"]] : [BUILT_SERVER, V8_OPTIONS];

const processes = mode === "development" ? 1 : countProcesses(process.env.WEB_PROCESSES, availableParallelism());
if (processes > 1) servePages({ exec, execArgv, processes });
else {
  const server = spawn(process.execPath, [...execArgv, exec], { stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 1));
}
