import { execFile } from "node:child_process";
import { existsSync, readlinkSync } from "node:fs";
import path from "node:path";

const THIS_THREAD = "/proc/thread-self";

/**
 * Lets this thread have the processor only where no other wants it. A low priority alone does not: Linux lets whoever runs go on
 * for some milliseconds all the same, which pages wait for. Elsewhere, and where there is no `chrt`, the low priority has to do.
 */
export function standBack(): void {
  if (!existsSync(THIS_THREAD)) return;
  execFile("chrt", ["--idle", "--pid", "0", path.basename(readlinkSync(THIS_THREAD))], () => undefined);
}
