import { parseArgs } from "node:util";
import type { Registrant } from "./crowd";

// npm run bench:morning [-- --factor 1 --people 5000 --seconds 300 --processes 2 --jobs elsewhere --ramp]: the morning on which a fair opens.

process.env.HOURBOOK_MODE = "demo";
process.env.NODE_ENV = "production";
process.env.LOG_LEVEL = "silent";

const { values: options } = parseArgs({
  options: {
    factor: { type: "string", default: "0.06" },
    people: { type: "string", default: "5000" },
    seconds: { type: "string", default: "300" },
    processes: { type: "string" },
    ramp: { type: "boolean", default: false },
    jobs: { type: "string", default: "here" },
  },
});

const { openDatabase } = await import("~/platform/database/database.server");
const { come, STEPS, Tally } = await import("./crowd");
const { openFair, findOversold } = await import("./fair");
const { familyOf, memoryOf, processorTimeOf } = await import("./processes");
const { serve } = await import("./server");
const { copyStates, readyStates } = await import("./states");
const { percentile } = await import("./visit");

const OFFERINGS = 40;
/** The rise: people a minute at first, how much more at each step, and how long a step lasts. */
const FIRST = 600;
const MORE = 1.25;
const STEP_SECONDS = 20;
/** Who comes before the others, and how long that takes. */
const WARMING = 60;
const WARM_SECONDS = 25;
/** Who comes at all, while it rises. */
const MOST = 20_000;
/** Above that, it does not hold. */
const SLOW_MS = 1_000;

function report(tally: InstanceType<typeof Tally>): void {
  for (const step of STEPS) {
    const times = tally.times.get(step)!;
    const [p50, p95] = [percentile(times, 0.5).toFixed(0), percentile(times, 0.95).toFixed(0)];
    console.log(
      `  ${step.padEnd(13)} ${String(times.length).padStart(6)}  p50 ${p50.padStart(5)} ms  p95 ${p95.padStart(5)} ms`,
    );
  }
  const { registered, refused, busy, failed } = tally.outcomes;
  console.log(
    `  pages: p50 ${percentile(tally.all, 0.5).toFixed(0)} ms, p95 ${tally.p95.toFixed(0)} ms (aim ≤ 500 ms)`,
  );
  console.log(`  ${registered} have a place or wait for one, ${refused} refused, ${busy} times 503, ${failed} errors`);
  for (const fault of tally.faults) console.log(`    ${fault}`);
}

/** What both sides of a run cost, apart from each other. */
async function costing(pid: number, run: () => Promise<void>): Promise<void> {
  const start = performance.now();
  const [client, server] = [process.cpuUsage(), processorTimeOf(familyOf(pid))];
  await run();
  const seconds = (performance.now() - start) / 1_000;
  const own = process.cpuUsage(client);
  const share = (used: number) => `${((100 * used) / seconds).toFixed(0)} %`;
  const served = processorTimeOf(familyOf(pid)) - server;
  console.log(
    `  ${seconds.toFixed(0)} s; of a processor: server ${share(served)}, client ${share((own.user + own.system) / 1e6)}`,
  );
  console.log(`  server's memory: ${memoryOf(familyOf(pid))} MB`);
}

/** More and more people a minute, until pages are slow or refused. */
async function rise(origin: string, people: readonly Registrant[]): Promise<void> {
  let held = 0;
  let from = 0;
  for (let rate = FIRST; ; rate *= MORE) {
    const count = Math.round((rate * STEP_SECONDS) / 60);
    const those = people.slice(from, from + count);
    if (those.length < count)
      return console.log(`  everybody has come; held ${held.toFixed(0)} people a minute at least`);
    from += count;
    const tally = new Tally();
    await come(origin, those, STEP_SECONDS, tally);
    const { busy, failed } = tally.outcomes;
    console.log(
      `  ${rate.toFixed(0)} people a minute: p95 ${tally.p95.toFixed(0)} ms, ${busy} times 503, ${failed} errors`,
    );
    if (tally.p95 > SLOW_MS || busy + failed > 0)
      return console.log(`  held ${held.toFixed(0)} people a minute (aim ≥ 2,000)`);
    held = rate;
  }
}

const copies = copyStates(readyStates(Number(options.factor)));
try {
  const db = openDatabase(copies.state);
  const crowds = [Number(options.people), WARMING, ...(options.ramp ? [MOST] : [])];
  const [people = [], warming = [], others = []] = await openFair(db, OFFERINGS, crowds);
  db.$client.close();
  const web: Record<string, string> = options.processes ? { WEB_PROCESSES: options.processes } : {};
  const server = await serve(copies.state, {
    jobs: options.jobs === "here" ? "here" : "elsewhere",
    more: { CONNECTIONS_PER_ADDRESS: "5000", ...web },
  });
  console.log(`Factor ${options.factor}: ${people.length} people in ${options.seconds} s for ${OFFERINGS} offerings`);
  // What the jobs do at a start is over, and the pages are compiled.
  await come(server.origin, warming, WARM_SECONDS, new Tally());
  const tally = new Tally();
  await costing(server.pid, () => come(server.origin, people, Number(options.seconds), tally));
  report(tally);
  if (options.ramp) await costing(server.pid, () => rise(server.origin, others));
  await server.stop();
  const after = openDatabase(copies.state);
  console.log(`  oversold: ${findOversold(after)} offerings`);
  after.$client.close();
} finally {
  copies.remove();
}
process.exit(0);
