import { appendFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import SqliteDatabase from "better-sqlite3";

// Loaded before the server: every statement is timed, and noted in a file with its values. The product knows nothing of it.

const file = process.env.STATEMENTS_FILE ?? "";
const statement = Object.getPrototypeOf(new SqliteDatabase(":memory:").prepare("select 1"));
for (const method of ["all", "get", "run"]) {
  const ask = statement[method];
  statement[method] = function timed(/** @type {unknown[]} */ ...values) {
    const start = performance.now();
    try {
      return ask.apply(this, values);
    } finally {
      const milliseconds = performance.now() - start;
      appendFileSync(file, `${JSON.stringify({ sql: this.source, values, milliseconds })}\n`);
    }
  };
}
