import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

// npm run bench [-- NAME ...]: every figure is a ratio against a floor taken in the same run; machines differ, ratios less so.

process.env.HOURBOOK_MODE = "test";
// As it is served: React's development build takes several times as long.
process.env.NODE_ENV = "production";
process.env.LOG_LEVEL = "silent";
process.env.ORIGIN = "http://hourbook.test";
const folder = mkdtempSync(path.join(tmpdir(), "hourbook-bench-"));
try {
  const { openDatabase } = await import("~/platform/database/database.server");
  const { insertReferenceData } = await import("#seed/reference");
  const { systemContext } = await import("../support/context");
  const only = process.argv.slice(2);
  const all = [
    "pages",
    "registering",
    "durability",
    "posting",
    "transcripts",
    "archive",
    "mail",
    "badges",
    "uploads",
    "lighthouse",
  ];
  for (const name of only.length > 0 ? only : all) {
    const db = openDatabase(path.join(folder, `${name}.sqlite`));
    insertReferenceData(systemContext(db));
    const { run } = (await import(`./${name}.ts`)) as { run: (db: ReturnType<typeof openDatabase>) => Promise<void> };
    await run(db);
    db.$client.close();
  }
} finally {
  rmSync(folder, { recursive: true });
}
