import type { SQL } from "drizzle-orm";
import { type ListPage, type ListSource, pageQuery, readPageBy, whereOf } from "./list-query.server";
import { readListState } from "./list-shape";

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

/** Which rows stand on the page that an address asks for, which page that is, and how many there are, counted as for `ListPage`. */
export interface FoundPage {
  ids: string[];
  total: number;
  page: number;
}

/** Finds the page that an address asks for, of a list that has many. Tells nobody anything. */
export function findPage<Row>(source: ListSource<Row>, search: URLSearchParams): FoundPage {
  const { parts: ids, total, page } = readPageBy(source, search, source.ids ?? (() => []));
  return { ids, total, page };
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
