import { redirect } from "@remix-run/node";
import type { ActorContext } from "~/platform/context";
import { type ListPage, type ListSource, readList } from "~/platform/lists/list-query.server";
import { listViews, type SavedView } from "./saved-view.server";

/** What a page shows of a list: its rows, and the actor's views of it. */
export type ShownList<Row> = ListPage<Row> & { views: SavedView[] };

/**
 * The page of a list that a request asks for, with the actor's views of it.
 * @throws Response that leads to the view with which the actor wants the list to open, where the address says nothing
 */
export function showList<Row>(ctx: ActorContext, request: Request, source: ListSource<Row>): ShownList<Row> {
  const { pathname, searchParams } = new URL(request.url);
  const views = listViews(ctx, source.shape.name);
  const first = views.find((view) => view.first);
  const kept = source.shape.kept ?? [];
  if (first && [...searchParams.keys()].every((name) => kept.includes(name))) {
    const query = new URLSearchParams(first.query);
    for (const name of kept) {
      const value = searchParams.get(name);
      if (value) query.set(name, value);
    }
    throw redirect(`${pathname}?${query.toString()}`);
  }
  return { ...readList(source, searchParams), views };
}
