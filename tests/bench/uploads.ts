import type { Database } from "~/platform/database/database.server";
import { startServer } from "../e2e/server-process";
import { makeWriter, measureUpload } from "../e2e/evidence/evidence-weight";
import { measureAutosave } from "../e2e/evidence/autosave-bytes";
import { tell } from "./figures";
import { hasBuild } from "./looks";

const SIZE_MB = 500;
const AIMS = { moreMb: 60, autosaveBytes: 2_048 };

/**
 * A file of 500 MB, sent in pieces to the built server: the most memory that its process held, over what it holds at rest. And the
 * bytes of one autosave on the line. Needs a build, and Linux for the memory.
 */
export async function run(db: Database): Promise<void> {
  if (!hasBuild("An upload of 500 MB")) return;
  const writer = await makeWriter(db);
  const server = await startServer({ HOURBOOK_MODE: "test", DATABASE_FILE: db.$client.name, JOBS: "elsewhere" });
  try {
    const { request, answer } = await measureAutosave(server.origin, { ...writer, key: writer.textKey });
    tell(
      {
        name: "autosave of a text of 100 words",
        ...{ value: request + answer, unit: "bytes", better: "less", aim: AIMS.autosaveBytes },
      },
      `${request} of request and ${answer} of answer on the line, headers included`,
    );
    const start = performance.now();
    const { idle, most } = await measureUpload(server, { ...writer, key: writer.fileKey }, SIZE_MB);
    const seconds = (performance.now() - start) / 1_000;
    tell(
      {
        name: `memory over idle while ${SIZE_MB} MB are uploaded`,
        ...{ value: most - idle, unit: "MB", better: "less", aim: AIMS.moreMb },
      },
      `${idle} MB idle, at most ${most} MB; ${seconds.toFixed(0)} s`,
    );
  } finally {
    await server.stop();
  }
}
