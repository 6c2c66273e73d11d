// tsx tests/bench/scale/make-state.ts FILE FACTOR: makes the demo's database in FILE, or fills one that is there.

const [file = "", factor = "0"] = process.argv.slice(2);
process.env.HOURBOOK_MODE = "demo";
process.env.NODE_ENV = "production";
process.env.DATABASE_FILE = file;
process.env.LOG_LEVEL = "warn";

const { prepare } = await import("../../../scripts/prepare");
const { getDatabase } = await import("~/platform/database/database.server");
const { origin } = await import("~/platform/env.server");
const { generateState } = await import("./generator/generate");

await prepare();
if (Number(factor) > 0) {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1_000;
  const log = (line: string) => console.log(`${seconds().toFixed(0).padStart(5)} s  ${line}`);
  const counts = generateState(getDatabase(), { factor: Number(factor), now: Date.now(), origin, log });
  for (const [table, count] of counts) console.log(`${String(count).padStart(10)}  ${table}`);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${all} rows in ${seconds().toFixed(0)} s: ${Math.round(all / seconds())} a second`);
}
getDatabase().$client.close();

export {};
