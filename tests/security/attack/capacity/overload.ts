import type { Scene } from "../scene/arena";
import { Client } from "../scene/client";
import { aim, noFigures } from "../scene/figures";
import { pause } from "../scene/raw";

const TIMES = 3;
const MEASURE_MS = 4_000;
const PRESS_MS = 12_000;
/** How soon somebody who is turned away is told. */
const QUICK_MS = 1_000;

/** Three times the pages that the server can make, for some seconds: those it cannot make are turned away quickly. */
export async function run({ server, figures }: Scene): Promise<void> {
  const { origin } = server;
  const before = await measure(origin);
  const rate = TIMES * before.perSecond;
  figures.notes.push(`one after another, eight at once: ${before.perSecond.toFixed(0)} pages a second`);
  const refused: number[] = [];
  const served: number[] = [];
  const clients = Array.from({ length: 40 }, (_, index) => new Client(origin, figures, `127.0.2.${index + 1}`, 200));
  const asking: Promise<void>[] = [];
  const started = performance.now();
  let sent = 0;
  while (performance.now() - started < PRESS_MS) {
    const due = ((performance.now() - started) / 1_000) * rate;
    for (; sent < due; sent++) {
      const asked = clients[sent % clients.length]!.ask("/catalog").then((answer) => {
        if (answer) (answer.status === 503 ? refused : served).push(answer.took);
      });
      asking.push(asked);
    }
    await pause(5);
  }
  await Promise.all(asking);
  for (const client of clients) client.close();
  refused.sort((a, b) => a - b);
  served.sort((a, b) => a - b);
  const slowest = Math.round(refused.at(-1) ?? 0);
  const middle = Math.round(refused[Math.floor(refused.length / 2)] ?? 0);
  figures.notes.push(
    `${rate.toFixed(0)} asked for a second, ${PRESS_MS / 1000} s: ${served.length} served, the slowest after ${Math.round(served.at(-1) ?? 0)} ms; ` +
      `${refused.length} turned away, half within ${middle} ms, the slowest after ${slowest} ms`,
  );
  aim(figures, refused.length > 0, "nobody was turned away: that was no overload");
  aim(figures, middle < QUICK_MS, `half of those turned away waited ${middle} ms or more`);
  const after = await measure(origin);
  figures.notes.push(`afterwards: ${after.perSecond.toFixed(0)} pages a second`);
  aim(
    figures,
    after.perSecond > before.perSecond / 2,
    `it did not recover: ${after.perSecond.toFixed(0)} pages a second`,
  );
}

/** How many pages a second, asked for by eight who wait for each. */
async function measure(origin: string): Promise<{ perSecond: number }> {
  const client = new Client(origin, noFigures(), "127.0.0.1", 8);
  const started = performance.now();
  let pages = 0;
  const lane = async () => {
    while (performance.now() - started < MEASURE_MS) {
      const answer = await client.ask("/catalog");
      if (answer?.status === 200) pages++;
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  client.close();
  return { perSecond: (pages * 1_000) / (performance.now() - started) };
}
