import { redirect } from "@remix-run/node";
import type { ActorContext } from "~/platform/context";
import { type ListPage, readList } from "~/platform/lists/list-page.server";
import type { ListSource } from "~/platform/lists/list-query.server";
import type { ListShape } from "~/platform/lists/list-shape";
import { listViews, type SavedView } from "./saved-view.server";

/** What a page shows of a list: its rows, and the actor's views of it. */
export type ShownList<Row> = ListPage<Row> & { views: SavedView[] };

/**
 * What a request asks of a list, and the actor's views of it.
 * @throws Response that leads to the view with which the actor wants the list to open, where the address says nothing
 */
export function listViewed(ctx: ActorContext, request: Request, shape: ListShape) {
  const { pathname, searchParams: search } = new URL(request.url);
  const views = listViews(ctx, shape.name);
  const first = views.find((view) => view.first);
  const kept = shape.kept ?? [];
  if (first && [...search.keys()].every((name) => kept.includes(name))) {
    const query = new URLSearchParams(first.query);
    for (const name of kept) {
      const value = search.get(name);
      if (value) query.set(name, value);
    }
    throw redirect(`${pathname}?${query.toString()}`);
  }
  return { search, views };
}

/** The page of a list that a request asks for, with the actor's views of it; `listViewed` says what it throws. */
export function showList<Row>(ctx: ActorContext, request: Request, source: ListSource<Row>): ShownList<Row> {
  const { search, views } = listViewed(ctx, request, source.shape);
  return { ...readList(source, search), views };
}
