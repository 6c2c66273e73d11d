import cluster from "node:cluster";
import { setTimeout } from "node:timers";

/** A page process that ends sooner than this after its start does not get better by being started again at once. */
const SHORT_LIFE_MS = 5_000;

/**
 * How many processes serve pages: what WEB_PROCESSES says, else one for each core but the one that jobs and the database
 * keep busy; both of two, since jobs rest most of the time.
 * @param {string | undefined} said
 * @param {number} cores
 */
export function countProcesses(said, cores) {
  if (said) {
    const count = Number(said);
    if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
    console.error("WEB_PROCESSES must be a whole number from 1 to 64.");
    process.exit(2);
  }
  return cores <= 2 ? cores : cores - 1;
}

/**
 * Serves pages from several processes behind one port. The first makes the database ready and runs the jobs; the others
 * follow once it serves. One that dies is started again; a signal stops all of them.
 * @param {{ exec: string, execArgv: string[], processes: number }} options
 */
export function servePages({ exec, execArgv, processes }) {
  cluster.setupPrimary({ exec, execArgv });
  const running = () => Object.values(cluster.workers ?? {});
  let stopping = false;
  let exitCode = 0;

  /** @param {"first" | "follower"} role */
  const start = (role) => {
    const startedAt = Date.now();
    const worker = cluster.fork(environmentOf(role, processes));
    let hasServed = false;
    worker.once("listening", () => {
      hasServed = true;
      if (role === "first") while (running().length < processes) start("follower");
    });
    worker.once("exit", (code, killedBy) => {
      if (stopping || (role === "first" && !hasServed)) {
        // One that had only begun to start ends by the signal itself.
        exitCode ||= code ?? (stopping && killedBy !== "SIGKILL" ? 0 : 1);
        stop("SIGTERM");
      } else setTimeout(() => stopping || start(role), Date.now() - startedAt < SHORT_LIFE_MS ? SHORT_LIFE_MS : 0);
    });
  };
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    if (running().length === 0) process.exit(exitCode);
    if (!stopping) for (const worker of running()) worker?.process.kill(signal);
    stopping = true;
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => stop(signal));
  start("first");
}

/**
 * What a page process is told of its place; limits on connections are shared out.
 * @param {"first" | "follower"} role
 * @param {number} processes
 */
function environmentOf(role, processes) {
  const { CONNECTIONS, CONNECTIONS_PER_ADDRESS } = process.env;
  /** @param {string | undefined} said @param {number} usual */
  const share = (said, usual) => String(Math.ceil(Number(said || usual) / processes));
  return {
    CONNECTIONS: share(CONNECTIONS, 5_000),
    CONNECTIONS_PER_ADDRESS: share(CONNECTIONS_PER_ADDRESS, 1_000),
    ...(role === "follower" && { WEB_FOLLOWS: "yes", JOBS: "elsewhere" }),
  };
}
