import { flushReadings } from "~/platform/audit/reading-log.server";
import { inReading } from "~/platform/database/database.server";
import { threadDatabase } from "~/platform/database/thread-database.server";
import type { FoundPage } from "~/platform/lists/list-page.server";
import { standBack } from "~/platform/stand-back.server";
import type { ListFile, ListJob } from "./list-job";
import { findList } from "./list-registry.server";

standBack();

/** Runs on a thread of its own: writes a list as a file, from one state of the database. That it was read is noted before it is given. */
export default async function writeFile(job: ListJob): Promise<ListFile> {
  const { db, opened } = await open(job);
  const { csv, rows, total } = inReading(db, () => opened.csv());
  flushReadings();
  return { csv: new TextEncoder().encode(csv), rows, total };
}

/** The same thread finds which rows of a long list stand on a page. */
export async function findPage(job: ListJob): Promise<FoundPage> {
  const { opened } = await open(job);
  return opened.page();
}

async function open({ file, caller, name, search }: ListJob) {
  const list = findList(name);
  if (!list) throw new Error(`There is no list ${name}.`);
  const db = threadDatabase(file);
  try {
    return { db, opened: await list.open({ ...caller, db }, new URLSearchParams(search)) };
  } catch (error) {
    // An answer cannot leave the thread; that it was refused can.
    if (error instanceof Response) throw new Error(`The list ${name} is not theirs any more.`, { cause: error.status });
    throw error;
  }
}
