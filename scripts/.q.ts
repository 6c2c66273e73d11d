import SqliteDatabase from "better-sqlite3";
import { readFileSync } from "node:fs";
import { teachFolding } from "~/platform/database/folding.server";
import { teachZoneDates } from "~/platform/database/zone-date.server";
const [file, sqlFile] = process.argv.slice(2);
const c = new SqliteDatabase(file!); teachFolding(c); teachZoneDates(c);
for (const q of readFileSync(sqlFile!, "utf8").split(/;\s*\n/).filter((s) => s.trim())) {
  try {
  const s = c.prepare(q); 
  if (!s.reader) { s.run(); console.log("ran", q.slice(0, 80)); continue; }
  const t = performance.now(); const rows = s.all(); const ms = performance.now() - t;
  console.log("==", q.replace(/\s+/g, " ").slice(0, 160)); console.log(ms.toFixed(1), "ms", rows.length, "rows", JSON.stringify(rows[0]).slice(0, 100));
  if (!/^\s*explain/i.test(q)) for (const r of c.prepare("explain query plan " + q).all() as { detail: string }[]) console.log("     ", r.detail);
  } catch (e) { console.log("!!", (e as Error).message, q.slice(0, 200)); }
}
