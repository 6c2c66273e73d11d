import "./require-node.mjs";
import { spawnSync } from "node:child_process";

// Asks the registry whether what was installed is what was signed there. Ends with 1 only when something is not; where
// the registry or its keys cannot be reached, it says so and ends with 0, since a machine without a way out is no fault.

const TIMEOUT_MS = 120_000;
const { stdout } = spawnSync("npm", ["audit", "signatures", "--json", "--fetch-retries=0", "--fetch-timeout=20000"], {
  encoding: "utf8",
  timeout: TIMEOUT_MS,
});
let answer;
try {
  answer = JSON.parse(stdout);
} catch {
  answer = null;
}
if (!Array.isArray(answer?.invalid)) {
  console.log("– signatures of packages: not checked, the registry did not answer");
} else {
  const { invalid, missing = [] } = answer;
  for (const { name, version } of invalid) console.error(`${name} ${version} is not what its signature says.`);
  console.log(
    `${invalid.length === 0 ? "✓" : "✗"} signatures of packages: ${invalid.length} wrong, ${missing.length} unsigned`,
  );
  process.exitCode = invalid.length > 0 ? 1 : 0;
}
