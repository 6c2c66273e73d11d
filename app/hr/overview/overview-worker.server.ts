import { inReading } from "~/platform/database/database.server";
import { threadDatabase } from "~/platform/database/thread-database.server";
import { standBack } from "~/platform/stand-back.server";
import type { ToldChart } from "./overview";
import { type OverviewScope, tellCharts } from "./overview.server";

/** What is counted, in the file of a database. */
export interface OverviewJob {
  file: string;
  scope: OverviewScope;
}

standBack();

/** Runs on a thread of its own: counts every chart from one state of the database. */
export default function run({ file, scope }: OverviewJob): ToldChart[] {
  return inReading(threadDatabase(file), (tx) => tellCharts(tx, scope));
}
