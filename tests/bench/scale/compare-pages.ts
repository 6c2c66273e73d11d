import path from "node:path";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { PageKind } from "./pages";
import { BUILT_SERVER } from "../../../scripts/build.mjs";

// npm run bench:scale [-- --factor 1 --rounds 30 --only /hr --plans]: pages of a state's size against those of the demo.

process.env.HOURBOOK_MODE = "demo";
process.env.NODE_ENV = "production";
process.env.LOG_LEVEL = "silent";

const { values: options } = parseArgs({
  options: {
    factor: { type: "string", default: "0.06" },
    rounds: { type: "string", default: "20" },
    only: { type: "string" },
    plans: { type: "boolean", default: false },
  },
});

const { openDatabase } = await import("~/platform/database/database.server");
const { fillPaths, findDemoLookers } = await import("./pages");
const { familyOf, memoryOf } = await import("./processes");
const { serve, signInAll } = await import("./server");
const { copyStates, readyStates } = await import("./states");
const { planOf, shorten, takeStatements } = await import("./statements");
const { percentile, visit } = await import("./visit");
type RunningServer = Awaited<ReturnType<typeof serve>>;

/** Each may become so much slower at a state's size. */
const AIM = 1.3;
const WARM = 3;

interface Site {
  server: RunningServer;
  cookies: Awaited<ReturnType<typeof signInAll>>;
}
interface Measured {
  page: PageKind;
  demo: number[];
  state: number[];
}

let looks = 0;

/** Visitors' pages are kept for a moment: each look has an address of its own, so that all of them are made. */
function look({ server, cookies }: Site, { who, path: address }: PageKind) {
  if (who !== "visitor") return visit(server.origin + address, { cookie: cookies.get(who) });
  const own = new URL(address, server.origin);
  own.searchParams.set("look", String(++looks));
  return visit(own.href);
}

async function openSite(file: string, statements?: string): Promise<Site> {
  const db = openDatabase(file);
  const cookies = await signInAll(db);
  db.$client.close();
  return { server: await serve(file, { statements }), cookies };
}

async function measure(sites: { demo: Site; state: Site }, pages: PageKind[]): Promise<Measured[]> {
  const all: Measured[] = pages.map((page) => ({ page, demo: [], state: [] }));
  for (let round = -WARM; round < Number(options.rounds); round++) {
    for (const measured of all) {
      const order = round % 2 === 0 ? (["demo", "state"] as const) : (["state", "demo"] as const);
      for (const name of order) {
        const { status, milliseconds } = await look(sites[name], measured.page);
        if (status !== 200) throw new Error(`${measured.page.who} ${measured.page.path}: ${status} (${name})`);
        if (round >= 0) measured[name].push(milliseconds);
      }
    }
  }
  return all;
}

function report(all: Measured[]): PageKind[] {
  console.log("\n p50 demo  state  growth   p95 demo  state  growth");
  const missed: PageKind[] = [];
  for (const { page, demo, state } of all) {
    const [p50, p95] = [0.5, 0.95].map((share) => [percentile(demo, share), percentile(state, share)] as const);
    const growth = [p50![1] / p50![0], p95![1] / p95![0]] as const;
    const isMissed = growth.some((each) => each > AIM);
    if (isMissed) missed.push(page);
    const cell = ([a, b]: readonly [number, number], grown: number) =>
      `${a.toFixed(1).padStart(9)}${b.toFixed(1).padStart(7)}${grown.toFixed(2).padStart(8)}`;
    console.log(`${cell(p50!, growth[0])}  ${cell(p95!, growth[1])}  ${isMissed ? "!" : " "} ${page.who} ${page.path}`);
  }
  const by = (share: number) => all.map(({ demo, state }) => percentile(state, share) / percentile(demo, share));
  const above = (share: number) => by(share).filter((growth) => growth > AIM).length;
  console.log(
    `${all.length} kinds of page, above ${AIM}: ${above(0.5)} by p50, ${above(0.95)} by p95; median growth of p50 ${percentile(by(0.5), 0.5).toFixed(2)}`,
  );
  return missed;
}

/** Where a page's time goes: its slowest statement, and how it is carried out. */
async function explain(file: string, pages: PageKind[]): Promise<void> {
  const statements = `${file}.statements`;
  const site = await openSite(file, statements);
  const db = openDatabase(file);
  for (const page of pages) {
    await look(site, page);
    takeStatements(statements);
    await look(site, page);
    const asked = takeStatements(statements).sort((a, b) => b.milliseconds - a.milliseconds);
    const sum = asked.reduce((all, { milliseconds }) => all + milliseconds, 0);
    console.log(`\n${page.who} ${page.path}: ${asked.length} statements, ${sum.toFixed(1)} ms`);
    const [slowest] = asked;
    if (!slowest) continue;
    console.log(`  slowest, ${slowest.milliseconds.toFixed(1)} ms: ${shorten(slowest.sql)}`);
    for (const step of planOf(db, slowest)) console.log(`    ${step}`);
  }
  db.$client.close();
  await site.server.stop();
}

if (!existsSync(BUILT_SERVER)) throw new Error("Build first: npm run build.");
const copies = copyStates(readyStates(Number(options.factor)));
try {
  const db = openDatabase(copies.demo);
  const pages = fillPaths(db.$client, Date.now(), findDemoLookers(db.$client)).filter(
    ({ who, path: address }) => !options.only || `${who} ${address}`.includes(options.only),
  );
  db.$client.close();
  const sites = { demo: await openSite(copies.demo), state: await openSite(copies.state) };
  const memory = () =>
    `demo ${memoryOf(familyOf(sites.demo.server.pid))} MB, state ${memoryOf(familyOf(sites.state.server.pid))} MB`;
  console.log(
    `Factor ${options.factor}, ${path.basename(process.execPath)} ${process.version}. Memory idle: ${memory()}`,
  );
  const missed = report(await measure(sites, pages));
  console.log(`Memory after ${(Number(options.rounds) + WARM) * pages.length} pages: ${memory()}`);
  await Promise.all([sites.demo.server.stop(), sites.state.server.stop()]);
  await explain(copies.state, options.plans ? pages : missed);
} finally {
  copies.remove();
}
process.exit(0);
