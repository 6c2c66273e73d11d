import { Client } from "./client";
import type { Figures } from "./figures";

/** Somebody who reads the catalog meanwhile, page after page. */
export function startBystanders(origin: string, figures: Figures, count: number) {
  let reading = true;
  const times: number[] = [];
  const clients = Array.from({ length: count }, (_, index) => new Client(origin, figures, `127.0.1.${index + 1}`));
  const read = async (client: Client) => {
    while (reading) {
      const answer = await client.ask("/catalog");
      if (answer?.status === 200) times.push(answer.took);
    }
  };
  const done = Promise.all(clients.map(read));
  return {
    /** Ends it and gives how long each page took, in milliseconds, shortest first. */
    stop: async (): Promise<number[]> => {
      reading = false;
      await done;
      for (const client of clients) client.close();
      return times.sort((a, b) => a - b);
    },
  };
}

/** Times in words: how many, the middle one and the longest. */
export const describeTimes = (times: readonly number[]): string =>
  `${times.length} pages, half within ${Math.round(times[Math.floor(times.length / 2)] ?? 0)} ms, slowest ${Math.round(times.at(-1) ?? 0)} ms`;
