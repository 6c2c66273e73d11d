import { flushReadings } from "~/platform/audit/reading-log.server";
import { inReading } from "~/platform/database/database.server";
import { threadDatabase } from "~/platform/database/thread-database.server";
import { standBack } from "~/platform/stand-back.server";
import type { ListCsvJob, ListFile } from "./list-csv-job";
import { findList } from "./list-registry.server";

standBack();

/** Runs on a thread of its own: writes a list as a file, from one state of the database. That it was read is noted before it is given. */
export default async function run({ file, caller, name, search }: ListCsvJob): Promise<ListFile> {
  const list = findList(name);
  if (!list) throw new Error(`There is no list ${name}.`);
  const db = threadDatabase(file);
  const opened = await list.open({ ...caller, db }, new URLSearchParams(search));
  const { csv, rows, total } = inReading(db, () => opened.csv());
  flushReadings();
  return { csv: new TextEncoder().encode(csv), rows, total };
}
