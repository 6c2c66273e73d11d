import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { type Mutation, MUTATIONS } from "./mutation-list";

/**
 * Takes scopes, audit rows and rules away from a copy of the code, one at a time, and demands that the tests that stand for
 * each of them fail: `npm run mutations`. Ends with 1 when they pass all the same, or when a mutation finds nothing to change.
 */
const LEFT_OUT = ["node_modules", ".git", "build", "data"];

const folder = mkdtempSync(path.join(tmpdir(), "hourbook-mutations-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
cpSync(".", folder, { recursive: true, filter: (source) => !LEFT_OUT.includes(path.basename(source)) });
symlinkSync(realpathSync("node_modules"), path.join(folder, "node_modules"));

interface Run {
  passes: boolean;
  output: string;
}

function runTests({ tests, only }: Pick<Mutation, "tests" | "only">): Run {
  const wanted = only ? ["--testNamePattern", only.replaceAll(/[.$]/g, "\\$&")] : [];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--project", "hourbook", tests, ...wanted],
    { cwd: folder, encoding: "utf8" },
  );
  // Tests that were all passed over prove nothing.
  const ran = /Tests .*\b[1-9]\d* (passed|failed)/.test(stripVTControlCharacters(stdout));
  if (!ran) throw new Error(`No test of ${tests} ran${only ? ` under the name ${only}` : ""}.\n${stdout}${stderr}`);
  return { passes: status === 0, output: stdout + stderr };
}

/** Why a mutation did not die; null when it did. */
function tryMutation(mutation: Mutation): string | null {
  const file = path.join(folder, mutation.file);
  const before = readFileSync(file, "utf8");
  const count = before.split(mutation.from).length - 1;
  if (count !== 1) return `does not apply: ${mutation.file} holds its text ${count} times`;
  writeFileSync(
    file,
    before.replace(mutation.from, () => mutation.to),
  );
  try {
    return runTests(mutation).passes ? "survived" : null;
  } finally {
    writeFileSync(file, before);
  }
}

// What fails without any mutation would seem to kill every one.
for (const tests of new Set(MUTATIONS.map((mutation) => mutation.tests))) {
  const { passes, output } = runTests({ tests });
  if (passes) continue;
  console.error(`${tests} fails before anything was changed.\n${output}`);
  process.exit(1);
}

let alive = 0;
for (const mutation of MUTATIONS) {
  const problem = tryMutation(mutation);
  if (problem) alive++;
  console.log(`${problem ? "ALIVE " : "killed"}  ${mutation.what}${problem ? `: ${problem}` : ""}`);
}
console.log(`${MUTATIONS.length - alive} killed, ${alive} alive`);
process.exitCode = alive > 0 ? 1 : 0;
