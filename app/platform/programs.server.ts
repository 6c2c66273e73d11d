import path from "node:path";

/** Where the build puts what is run beside the server, each under the path of its source. */
const BUILT = "build/run";

/** Whether this very code comes from a build, and then what it starts, too. */
const isBuilt = import.meta.url.endsWith(".js");

/**
 * A module that runs in a thread or process of its own, by its source's path from the repository's root: its file, and what
 * Node needs to run it. Where the server is built, so is this: to compile it at each start takes longer than most of its work.
 * `vite.server.config.ts` lists them.
 */
export function programOf(source: string): { file: string; execArgv: string[] } {
  return isBuilt
    ? { file: path.resolve(BUILT, source.replace(/\.ts$/, ".js")), execArgv: [] }
    : { file: path.resolve(source), execArgv: ["--import", "tsx"] };
}
