import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findLockProblems } from "../../scripts/check-lock.mjs";

const digest = `sha512-${"a".repeat(86)}==`;
const locked = (entry: Record<string, unknown>) => ({
  lockfileVersion: 3,
  packages: { "": {}, "node_modules/thing": { integrity: digest, ...entry } },
});

test("what this repository installs comes from the registry, by its digest", () => {
  expect(findLockProblems(JSON.parse(readFileSync("package-lock.json", "utf8")) as never)).toEqual([]);
});

test.each([
  ["no digest", { integrity: undefined }, "no SHA-512 digest"],
  ["a weak digest", { integrity: "sha1-abc" }, "no SHA-512 digest"],
  ["a source that is no registry", { resolved: "git+ssh://git@host.example/x.git#abc" }, "comes from"],
  ["a source without encryption", { resolved: "http://host.example/thing.tgz" }, "comes from"],
  ["a folder", { link: true }, "is a link"],
  ["a program that runs at install time", { hasInstallScript: true }, "runs a program"],
])("a package with %s is named", (_what, entry, words) => {
  expect(findLockProblems(locked(entry) as never)).toEqual([expect.stringContaining(words)]);
});
