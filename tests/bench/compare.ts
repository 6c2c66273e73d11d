import { tell } from "./figures";

/** One figure: how fast something of ours is against a floor, both taken in the same run on the same machine. */
export interface Comparison {
  name: string;
  /** What the floor does, and what ours does on top. */
  against: string;
  floor: () => unknown;
  ours: () => unknown;
  /** How often both are run; they take turns, so that a slow moment of the machine hits both. */
  rounds: number;
  /** The ratio that is aimed at, if there is one. */
  aim?: number;
}

/** Runs floor and ours in turns and prints floor's median time divided by ours: 1 is as fast as the floor. */
export async function compare({ name, against, floor, ours, rounds, aim }: Comparison): Promise<number> {
  const times = { floor: [] as number[], ours: [] as number[] };
  await floor();
  await ours();
  for (let round = 0; round < rounds; round++) {
    times.floor.push(await timed(floor));
    times.ours.push(await timed(ours));
  }
  const [floorMs, oursMs] = [median(times.floor), median(times.ours)];
  const ratio = floorMs / oursMs;
  const figure = { name, value: ratio, better: "more" as const, ...(aim !== undefined && { aim }) };
  tell(figure, `ratio; floor ${floorMs.toFixed(1)} ms, ours ${oursMs.toFixed(1)} ms; ${against}`);
  return ratio;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
