import type { Reporter, TestModule } from "vitest/node";

/** Prints what came of the run as its last line: `N passed, N failed`, with `N skipped` where there are any. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === "pending" ? "skipped" : state]++;
      }
      // A file that could not even be read has no tests to count.
      if (module.errors().length > 0) counts.failed++;
    }
    counts.failed += errors.length;
    const { passed, failed, skipped } = counts;
    process.on("exit", () => console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`));
  }
}
