import type { SQL } from "drizzle-orm";
import { PAGE_SIZE } from "~/platform/http/responses.server";
import { MOST_COUNTED, MOST_LEAFED } from "./list-limit";
import { countMatching, type ListQuery, type ListSource, pageQuery, whereOf } from "./list-query.server";
import { lastPage, type ListState, readListState } from "./list-shape";

/** More rows than these are neither sorted nor looked through while pages wait, unless an index helps. */
const MOST_IN_PLACE = 5_000;

/**
 * Whether others should not wait for what an address asks of a list: to sort so many rows by another order than the list's own, for
 * which there is an index, or to look for some in so many. `findPage` and `readFound` are for it, then.
 */
export function takesLong<Row>(source: ListSource<Row>, search: URLSearchParams): boolean {
  if (!source.readThese) return false;
  const state = readListState(source.shape, search);
  const isMore = (where: SQL | undefined) => source.count(where, MOST_IN_PLACE + 1) > MOST_IN_PLACE;
  if (source.soughtEverywhere?.some((name) => Object.hasOwn(state.filters, name))) return isMore(undefined);
  const usual = readListState(source.shape, new URLSearchParams()).sort;
  return state.sort.key !== usual.key && isMore(whereOf(source, state));
}

/** One page of a list, with the state that it was read by. */
export interface ListPage<Row> {
  rows: Row[];
  /** Counted to `MOST_COUNTED` and one more. */
  total: number;
  state: ListState;
}

/** Which rows stand on the page that an address asks for, which page that is, and how many there are, counted as for `ListPage`. */
export interface FoundPage {
  ids: string[];
  /** Of the first rows of all pages, as far as they are counted. */
  counted: string[];
  total: number;
  page: number;
}

/** The page of a list that an address asks for. A page past the end is the last one. */
export function readList<Row>(source: ListSource<Row>, search: URLSearchParams): ListPage<Row> {
  if (source.ids && source.readThese) return readFound(source, search, findPage(source, search));
  const state = readListState(source.shape, search);
  const read = (page: number) => source.read(pageQuery(source, search, page));
  const count = () => source.count(whereOf(source, state), MOST_COUNTED + 1);
  if (state.page === 1) {
    const rows = read(1);
    // A first page with room for more is the whole list: nothing is left to count.
    return { rows, total: rows.length < PAGE_SIZE ? rows.length : count(), state };
  }
  const total = count();
  const { parts: rows, page } = pageThere(source, search, total, read);
  return { rows, total, state: { ...state, page } };
}

/**
 * Finds the page that an address asks for, of a list whose rows have ids. Tells nobody anything. What is counted is found and
 * sorted in the same statement, so that nothing is looked for twice.
 */
export function findPage<Row>(source: ListSource<Row>, search: URLSearchParams): FoundPage {
  const find = (query: ListQuery) => source.ids?.(query) ?? [];
  const counted = find({ ...pageQuery(source, search, 1), limit: MOST_COUNTED + 1 });
  const total = counted.length;
  const { parts: ids, page } = pageThere(source, search, total, (page) => {
    const { offset, limit } = pageQuery(source, search, page);
    return offset < MOST_COUNTED ? counted.slice(offset, offset + limit) : find(pageQuery(source, search, page));
  });
  return { ids, counted, total, page };
}

/** That page, as it was found elsewhere. */
export function readFound<Row>(
  source: ListSource<Row>,
  search: URLSearchParams,
  { ids, total, page }: FoundPage,
): ListPage<Row> {
  const rows = source.readThese?.(ids, pageQuery(source, search, page)) ?? [];
  return { rows, total, state: { ...readListState(source.shape, search), page } };
}

/** What `read` gives of the page that an address asks for, or of the last one there is. */
function pageThere<Row, Part>(
  source: ListSource<Row>,
  search: URLSearchParams,
  total: number,
  read: (page: number) => Part[],
): { parts: Part[]; page: number } {
  const state = readListState(source.shape, search);
  const page = Math.min(state.page, lastPage(total > MOST_COUNTED ? MOST_LEAFED : total, PAGE_SIZE));
  const parts = read(page);
  if (parts.length > 0 || page === 1) return { parts, page };
  // Past the end of what was not counted: then it is.
  const end = lastPage(source.count(whereOf(source, state), MOST_LEAFED), PAGE_SIZE);
  return { parts: read(end), page: end };
}

/**
 * How many rows each view of a list holds of those that an address means, counted as for `ListPage`: that of the view which is shown
 * stands with its rows already.
 * @param views by their names in the address (`?view=`)
 */
export function countViews<View extends string, Row>(
  views: readonly View[],
  shown: Pick<ListPage<Row>, "total"> & { view: View },
  search: URLSearchParams,
  sourceOf: (search: URLSearchParams) => ListSource<Row>,
): Record<View, number> {
  const counts = views.map((view) => {
    if (view === shown.view) return [view, shown.total];
    const there = new URLSearchParams(search);
    there.set("view", view);
    return [view, countMatching(sourceOf(there), there, MOST_COUNTED + 1)];
  });
  return Object.fromEntries(counts) as Record<View, number>;
}
