import "./require-node.mjs";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";

// Runs one of the scripts beside a server, with the same environment: node scripts/tool.mjs jobs | check-files

const [name = "", ...rest] = process.argv.slice(2);
if (!["jobs", "check-files"].includes(name)) {
  console.error("Usage: node scripts/tool.mjs jobs | check-files");
  process.exit(2);
}
if (existsSync(".env")) process.loadEnvFile(".env");
process.env.NODE_ENV ||= "production";

const child = spawn(process.execPath, ["--import", "tsx", `scripts/${name}.ts`, ...rest], { stdio: "inherit" });
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
