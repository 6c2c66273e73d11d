import { listViewed, type ShownList } from "~/people/views/show-list.server";
import type { ActorContext } from "~/platform/context";
import { type FoundPage, readFound, readList, takesLong } from "~/platform/lists/list-page.server";
import type { ListSource } from "~/platform/lists/list-query.server";
import { type SpareThreads, startThreads } from "~/platform/spare-threads.server";
import type { ListFile, ListJob } from "./list-job";
import type { ListEntry } from "./list-registry.server";

/** So many rows are written where they are asked for: to start a thread takes longer. */
const MOST_IN_PLACE = 200;
/** What the thread may keep: the lists' code, and a file of fifty thousand rows. */
const HEAP_MB = 192;

const threads: SpareThreads<ListJob, unknown> = startThreads("app/desks/lists/list-worker.server.ts", {
  most: 1,
  heapMb: HEAP_MB,
});

/** A database in memory is seen by no other thread. */
const isAlone = ({ db }: ActorContext): boolean => db.$client.memory;

function runBeside<Result>(ctx: ActorContext, shape: { name: string }, search: URLSearchParams, task?: string) {
  const { db, now, actor, address, requestId } = ctx;
  const job = {
    file: db.$client.name,
    caller: { now, actor, address, requestId },
    name: shape.name,
    search: search.toString(),
  };
  return threads.run(job, task ? { name: task } : undefined) as Promise<Result>;
}

/**
 * A list as a file: what an address shows on all its pages. Thousands of rows are read, sorted and written on a thread of their own,
 * one list after another, so that no page waits for them.
 * @throws Response 403 or 404 when the list, or what the address names, is not the actor's to see
 */
export async function makeListFile(ctx: ActorContext, list: ListEntry, search: URLSearchParams): Promise<ListFile> {
  const opened = await list.open(ctx, search);
  if (isAlone(ctx) || opened.count(MOST_IN_PLACE + 1) <= MOST_IN_PLACE) return opened.csv();
  return runBeside<ListFile>(ctx, list.shape, search);
}

/** `showList` for a list of the registry that can have hundreds of thousands of rows: where many are to be sorted or looked through, that thread does it. */
export async function showLongList<Row>(
  ctx: ActorContext,
  request: Request,
  source: ListSource<Row>,
): Promise<ShownList<Row>> {
  const { search, views } = listViewed(ctx, request, source.shape);
  if (isAlone(ctx) || !takesLong(source, search)) return { ...readList(source, search), views };
  const found = await runBeside<FoundPage>(ctx, source.shape, search, "findPage");
  return { ...readFound(source, search, found), views };
}
