import { expect, onTestFinished, test } from "vitest";
import { insertReferenceData } from "#seed/reference";
import { openDatabase } from "~/platform/database/database.server";
import { systemContext } from "../support/context";
import { measureAutosave } from "./autosave-bytes";
import { makeWriter, measureUpload } from "./evidence-weight";
import { makeWorkplace, startServer } from "./server-process";

async function startWithWriter() {
  const workplace = makeWorkplace();
  onTestFinished(workplace.remove);
  const db = openDatabase(workplace.databaseFile);
  insertReferenceData(systemContext(db));
  const writer = await makeWriter(db);
  db.$client.close();
  const server = await startServer({
    HOURBOOK_MODE: "test",
    DATABASE_FILE: workplace.databaseFile,
    JOBS: "elsewhere",
  });
  onTestFinished(async () => void (await server.stop()));
  return { server, writer };
}

test("a text of a hundred words is saved by itself in less than 2 KB, request and answer together", async () => {
  const { server, writer } = await startWithWriter();
  const { request, answer } = await measureAutosave(server.origin, { ...writer, key: writer.textKey });
  expect(request + answer).toBeLessThan(2_048);
});

test("while 200 MB of a video arrive, the server holds no more than 60 MB of memory more than at rest", async () => {
  const { server, writer } = await startWithWriter();
  const { idle, most } = await measureUpload(server, { ...writer, key: writer.fileKey }, 200);
  expect(most - idle).toBeLessThanOrEqual(60);
});
