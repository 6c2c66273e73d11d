import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RUNS_AT_INSTALL } from "../../scripts/check-lock.mjs";

const page = readFileSync("docs/security.md", "utf8");

test("every test that the security page names exists", () => {
  const named = [...page.matchAll(/`(tests\/[^`]+)`/g)].map(([, file]) => file!);
  expect(named.length).toBeGreaterThan(25);
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
});

test("every program that runs while packages are installed is described", () => {
  for (const name of RUNS_AT_INSTALL) expect(page).toMatch(new RegExp(`^\\| \`${name}\``, "m"));
});
