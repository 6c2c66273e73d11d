import { setPriority } from "node:os";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

// A process that reads foreign files: see door.server.ts. It ends itself as soon as it holds more memory than it may, or
// the server that asked is gone; the watch has a thread of its own, since whoever unpacks a bomb does nothing else meanwhile.

const WATCH = `
  const { workerData } = require("node:worker_threads");
  setInterval(() => {
    const isAlone = process.ppid !== workerData.parent;
    if (isAlone || process.memoryUsage.rss() > workerData.bytes) process.kill(process.pid, "SIGKILL");
  }, 15);
`;

const megabytes = Number(process.argv[2]);
const limits = { bytes: megabytes * 1024 * 1024, parent: process.ppid };
new Worker(WATCH, { eval: true, execArgv: [], workerData: limits }).unref();
// Pages go first.
setPriority(10);

process.on("message", ({ file, input }: { file: string; input: unknown }) => {
  void read(file, input).then(
    (value) => process.send!({ value }),
    (error: unknown) => process.send!({ fault: error instanceof Error ? error.message : String(error) }),
  );
});
process.on("disconnect", () => process.exit());
process.send!("ready");

async function read(file: string, input: unknown): Promise<unknown> {
  const module = (await import(pathToFileURL(file).href)) as { default: (input: unknown) => unknown };
  return module.default(input);
}
