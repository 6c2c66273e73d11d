import "./require-node.mjs";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
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
  const { status } = spawnSync("remix", ["vite:build", "--logLevel", "error"], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

// Node's young generation and glibc's arenas grow with the machine; kept small, the server takes a third less memory.
process.env.MALLOC_ARENA_MAX ||= "2";
// The old one is collected once it has grown by half: left alone, it doubles, and doubles again under load.
const memory = ["--max-semi-space-size=16", "--heap-growing-percent=50"];
const execArgv = [...memory, "--import", "tsx"];

const processes = mode === "development" ? 1 : countProcesses(process.env.WEB_PROCESSES, availableParallelism());
if (processes > 1) servePages({ exec: "server.ts", execArgv, processes });
else {
  const server = spawn(process.execPath, [...execArgv, "server.ts"], { stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 1));
}

function buildIsOld() {
  const built = "build/server/index.js";
  if (!existsSync(built)) return true;
  const since = statSync(built).mtimeMs;
  /** @type {(name: string) => boolean} */
  const newer = (name) => {
    const stats = statSync(name);
    return stats.isDirectory() ? readdirSync(name).some((each) => newer(path.join(name, each))) : stats.mtimeMs > since;
  };
  return ["app", "drizzle", "seed", "emails", "public", "vite.config.ts", "remix.config.js", "package.json"].some(
    newer,
  );
}
