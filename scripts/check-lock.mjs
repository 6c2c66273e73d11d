import "./require-node.mjs";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

// What npm ci installs: each package from the registry, by its digest, and nothing runs a program of its own while it is
// installed but those that stand here. docs/security.md says what they do.

/** Packages whose installation runs a program. A new one fails the check until somebody has read what it runs. */
export const RUNS_AT_INSTALL = ["esbuild", "node"];

/**
 * What is wrong with a lock file, one sentence each; none when it may be installed.
 * @param {{ lockfileVersion: number, packages: Record<string, { integrity?: string, resolved?: string, link?: boolean, inBundle?: boolean, hasInstallScript?: boolean }> }} lock
 * @returns {string[]}
 */
export function findLockProblems(lock) {
  const problems = [];
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (place === "") continue;
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    if (entry.link) problems.push(`${place} is a link to a folder.`);
    // A bundled package comes inside another one, and is covered by that one's digest.
    else if (!entry.inBundle && !/^sha512-/.test(entry.integrity ?? ""))
      problems.push(`${place} has no SHA-512 digest.`);
    if (entry.resolved && !/^https:\/\/[^/]+\/.+\.tgz$/.test(entry.resolved))
      problems.push(`${place} comes from ${entry.resolved}.`);
    if (entry.hasInstallScript && !RUNS_AT_INSTALL.includes(name))
      problems.push(`${place} runs a program while it is installed.`);
  }
  return problems;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const problems = findLockProblems(JSON.parse(readFileSync("package-lock.json", "utf8")));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
