import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readKept, takenFigures, withKept, worseThanKept } from "./figures";

// npm run bench [-- NAME ...] [--keep]: every figure is a ratio against a floor taken in the same run; machines differ, ratios
// less so. What is worse by a tenth than what docs/performance.md keeps is told; --keep keeps what was measured instead.

process.env.HOURBOOK_MODE = "test";
const KEPT = "docs/performance.md";
// As it is served: React's development build takes several times as long.
process.env.NODE_ENV = "production";
process.env.LOG_LEVEL = "silent";
process.env.ORIGIN = "http://hourbook.test";
// One secret for the figures and for the servers that they start.
process.env.SIGNING_SECRET = "s".repeat(32);
const folder = mkdtempSync(path.join(tmpdir(), "hourbook-bench-"));
try {
  const { openDatabase } = await import("~/platform/database/database.server");
  const { insertReferenceData } = await import("#seed/reference");
  const { systemContext } = await import("../support/context");
  const words = process.argv.slice(2);
  const only = words.filter((word) => word !== "--keep");
  const all = [
    "pages",
    "registering",
    "queued-marks",
    "durability",
    "posting",
    "transcripts",
    "archive",
    "exports",
    "jobs-beside",
    "memory",
    "mail",
    "badges",
    "uploads",
    "door",
    "lighthouse",
  ];
  for (const name of only.length > 0 ? only : all) {
    const db = openDatabase(path.join(folder, `${name}.sqlite`));
    insertReferenceData(systemContext(db));
    const { run } = (await import(`./${name}.ts`)) as { run: (db: ReturnType<typeof openDatabase>) => Promise<void> };
    await run(db);
    db.$client.close();
  }
  const kept = readFileSync(KEPT, "utf8");
  for (const line of worseThanKept(takenFigures(), readKept(kept))) console.log(`! ${line}`);
  if (words.includes("--keep"))
    writeFileSync(KEPT, withKept(kept, takenFigures(), new Date().toISOString().slice(0, 10)));
} finally {
  rmSync(folder, { recursive: true });
}
