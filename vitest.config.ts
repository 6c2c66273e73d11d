import "./scripts/require-node.mjs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/runner/longest-first";

const folder = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));
const alias = {
  "~": folder("app"),
  "#drizzle": folder("drizzle"),
  "#emails": folder("emails"),
  "#seed": folder("seed"),
};

/** Two projects: everything that needs no browser, and what needs a built server: journeys and attacks. */
export default defineConfig({
  esbuild: { jsx: "automatic" },
  test: {
    // Every core works, and journeys go two at a time: each waits for its own browser and server half of its time.
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    reporters: ["default", "./tests/support/runner/closing-line.ts"],
    projects: [
      {
        resolve: { alias },
        esbuild: { jsx: "automatic" },
        test: {
          name: "hourbook",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/e2e/**", "tests/bench/**", "tests/security/server.test.ts"],
          setupFiles: ["tests/support/setup.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          pool: "threads",
          // Every test has a database of its own; modules are read once for each thread instead of once for each file.
          isolate: false,
          sequence: { groupOrder: 0 },
          // Some start processes of their own, which take their time where every core works.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        esbuild: { jsx: "automatic" },
        test: {
          name: "journey",
          include: ["tests/e2e/**/*.test.ts", "tests/security/server.test.ts"],
          // One secret for the tests and for the servers that they start.
          env: { HOURBOOK_MODE: "test", SIGNING_SECRET: "s".repeat(32) },
          pool: "forks",
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 900_000,
          // A page that is looked at again and again may be on a slow machine.
          expect: { poll: { timeout: 45_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
