import { fork } from "node:child_process";
import { once } from "node:events";

/** What the watch saw since it was last asked. Memory in megabytes. */
export interface Sight {
  asked: number;
  /** How often /ready did not answer 200. */
  failed: number;
  slowestMs: number;
  now: number;
  peak: number;
}

/** Watches a server from a process of its own. */
export function startWatch({ origin, pid }: { origin: string; pid: number }) {
  const child = fork(new URL("./watch-process.ts", import.meta.url).pathname, [origin, String(pid)], {
    execArgv: ["--import", "tsx"],
  });
  return {
    report: async (): Promise<Sight> => {
      child.send("report");
      const [sight] = (await once(child, "message")) as [Sight];
      return sight;
    },
    stop: () => void child.disconnect(),
  };
}
