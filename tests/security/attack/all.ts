import "./environment";
import { build, buildIsOld } from "../../../scripts/build.mjs";
import { parseArgs } from "node:util";
import { makeArena, type Scene } from "./scene/arena";
import { pause } from "./scene/raw";
import { aim, countHundred, describeStatuses, type Figures, judge, noFigures } from "./scene/figures";
import { BOUNCE_SECRET } from "./capacity/bombs";
import { startWatch } from "./scene/watch";

// npm run attack: the attack on Hourbook, by real processes over real HTTP. It is not part of `npm test`, which keeps the
// fast ones. One part: npm run attack -- --only bombs. The same chance again: npm run attack -- --seed 7 --posts 20000

/** The parts in their order, each with the folder named after what it attacks. */
const FOLDERS = {
  fuzz: "posts",
  bombs: "capacity",
  slow: "capacity",
  overload: "capacity",
  guessing: "accounts",
  "take-over": "accounts",
  redirects: "pages",
  csrf: "posts",
  addresses: "pages",
  script: "pages",
  logs: "operation",
  stop: "operation",
  kill: "operation",
} as const;
type Part = keyof typeof FOLDERS;
const PARTS = Object.keys(FOLDERS) as Part[];

/** How much more memory than idle the server may hold, in megabytes, and how long /ready may take. */
const MOST_MORE_MB = 150;
const SLOWEST_READY_MS = 1_000;

const { values } = parseArgs({
  options: { seed: { type: "string" }, posts: { type: "string", default: "20000" }, only: { type: "string" } },
});
const seed = values.seed ? Number(values.seed) : Math.floor(Math.random() * 1_000_000);
const only = values.only?.split(",");
const chosen = PARTS.filter((part) => !only || only.includes(part));
if (!Number.isSafeInteger(seed) || chosen.length === 0) {
  console.error(`Usage: npm run attack -- [--seed 7] [--posts 20000] [--only ${PARTS.join(",")}]`);
  process.exit(2);
}
console.log(`Seed ${seed}: npm run attack -- --seed ${seed} --posts ${values.posts}`);
buildIfOld();

const began = performance.now();
const arena = await makeArena();
let missed = 0;
try {
  for (const part of chosen) missed += await runPart(part);
} finally {
  await arena.remove();
}
console.log(`\n${missed} aims missed, ${Math.round((performance.now() - began) / 1000)} s, seed ${seed}`);
process.exit(missed === 0 ? 0 : 1);

async function runPart(part: Part): Promise<number> {
  const started = performance.now();
  const databaseFile = arena.copy(part);
  const server = await arena.serve(databaseFile, {
    LOG_LEVEL: "warn",
    MAIL_BOUNCE_SECRET: BOUNCE_SECRET,
  });
  const watch = startWatch(server);
  const figures = noFigures();
  const scene: Scene = { arena, server, databaseFile, figures, seed, posts: Number(values.posts) };
  await warmUp(server.origin);
  const { now: idle } = await watch.report();
  try {
    const { run } = (await import(`./${FOLDERS[part]}/${part}.ts`)) as { run: (scene: Scene) => Promise<void> };
    await run(scene);
  } catch (error) {
    figures.misses.push(`it broke off: ${(error as Error).stack ?? String(error)}`);
  }
  const during = await watch.report();
  await pause(2_000);
  const { now: after } = await watch.report();
  watch.stop();
  aim(figures, (await server.stop()) === 0, "the server did not end with code 0");
  judge(figures);
  aim(figures, during.peak - idle <= MOST_MORE_MB, `memory grew by ${during.peak - idle} MB`);
  aim(figures, during.slowestMs < SLOWEST_READY_MS, `/ready took ${Math.round(during.slowestMs)} ms`);
  aim(figures, during.failed === 0, `/ready failed ${during.failed} times`);
  const seconds = Math.round((performance.now() - started) / 1000);
  print(part, figures, [
    `${seconds} s`,
    `/ready ×${during.asked}, slowest ${Math.round(during.slowestMs)} ms`,
    `memory idle ${idle}, peak ${during.peak}, after ${after} MB`,
  ]);
  const printed = server
    .output()
    .split("\n")
    .filter((line) => /"level":(40|50|60)/.test(line));
  for (const line of printed.slice(0, 5)) console.log(`    log: ${line.slice(0, 600)}`);
  if (printed.length > 5) console.log(`    log: and ${printed.length - 5} more lines`);
  return figures.misses.length;
}

/** Idle is a server that has shown its pages once. */
async function warmUp(origin: string): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const path of ["/", "/catalog", "/verify", "/sign-in"]) await (await fetch(origin + path)).text();
  }
}

function print(part: string, figures: Figures, facts: string[]): void {
  const { requests, overload, busy, dropped, changes, leaks, misses, notes } = figures;
  console.log(`\n${misses.length === 0 ? "✓" : "✗"} ${part}: ${facts.join(" · ")}`);
  console.log(`    ${requests} requests: ${describeStatuses(figures) || "none"}`);
  const failed = countHundred(figures, 5) - overload;
  console.log(
    `    5xx ${failed} · busy ${busy} · overload ${overload} · dropped ${dropped} · changes ${changes} · leaks ${leaks}`,
  );
  for (const note of notes.slice(0, 25)) console.log(`    ${note}`);
  for (const miss of misses) console.log(`    MISSED: ${miss}`);
}

function buildIfOld(): void {
  if (!buildIsOld()) return;
  console.log("Building Hourbook …");
  if (build() !== 0) process.exit(1);
}
