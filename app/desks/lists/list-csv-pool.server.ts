import type { Piscina } from "piscina";
import type { ActorContext } from "~/platform/context";
import { startThreads } from "~/platform/spare-threads.server";
import type { ListCsvJob, ListFile } from "./list-csv-job";
import type { ListEntry } from "./list-registry.server";

/** So many rows are written where they are asked for: to start a thread takes longer. */
const MOST_IN_PLACE = 200;
/** What the thread may keep: the lists' code, and a file of fifty thousand rows. */
const HEAP_MB = 192;

let pool: Piscina<ListCsvJob, ListFile> | undefined;

/**
 * A list as a file: what an address shows on all its pages. Thousands of rows are read, sorted and written on a thread of their own,
 * one list after another, so that no page waits for them.
 * @throws Response 403 or 404 when the list, or what the address names, is not the actor's to see
 */
export async function makeListFile(ctx: ActorContext, list: ListEntry, search: URLSearchParams): Promise<ListFile> {
  const opened = await list.open(ctx, search);
  if (opened.count(MOST_IN_PLACE + 1) <= MOST_IN_PLACE) return opened.csv();
  const { db, now, actor, address, requestId } = ctx;
  pool ??= startThreads("app/desks/lists/list-csv-worker.server.ts", { most: 1, heapMb: HEAP_MB });
  return pool.run({
    file: db.$client.name,
    caller: { now, actor, address, requestId },
    name: list.shape.name,
    search: search.toString(),
  });
}
