import { readFileSync } from "node:fs";
import { env } from "~/platform/env.server";

/**
 * What time it is, epoch milliseconds. Everything else gets it as `ctx.now`. A test server reads it from a file, so
 * that a journey can walk from registration to the end of a session without waiting for it.
 */
export function now(): number {
  return env.TEST_CLOCK_FILE ? Number(readFileSync(env.TEST_CLOCK_FILE, "utf8")) : Date.now();
}
